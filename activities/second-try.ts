import type { Refusal } from '../domain/refusals.ts';
import { repudiationToken } from '../domain/repudiation.ts';
import { queueLetter } from '../store/letters.ts';
import type { RestoreInput } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';

/**
 * Whoever runs a restore is told that somebody else, with the right code or a paired device, tried to begin another one. Refused
 * again for the same reason, it is told again at most as often as the activity runs; the worker's maintenance delivers the letter.
 */
export async function tellOfSecondTry(
  { database, vault, masterKey, portalUrl }: ActivityDependencies,
  { accountId, kind, actor }: RestoreInput,
  { facts }: Refusal,
): Promise<void> {
  const account = await database.accounts.findOne({ _id: accountId });
  if (account === null || facts.recoveryId === undefined) return;
  const { name, email, locale } = account;
  const notMeUrl = `${portalUrl}/not-me#${repudiationToken(masterKey, facts.recoveryId)}`;
  await queueLetter(
    database,
    vault,
    { accountId, email },
    {
      template: 'restore-tried',
      locale,
      facts: { name, kind, at: Date.now(), address: actor.address ?? '', notMeUrl },
    },
  );
}
