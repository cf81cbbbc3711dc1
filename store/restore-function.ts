import { isSame } from '../domain/keys.ts';
import { lastGroupDigest } from '../domain/restore-code.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import type { Database } from './database.ts';
import type { RestoreCodeDoc } from './documents.ts';
import { changeIdentity, identityOf, type IdentityDoc } from './identities.ts';
import { restorationPolicy } from './policies.ts';

/** The restore function of an identity (guide 001, "Activate the Restore Function"). */

/** Wrong codes were guesses at the former one; and C-04 ends with another method, which its owner or staff have just used. */
const noFailures = { 'identity.restoreFailures': 0, 'identity.lastRestoreFailureAt': null };

/** NOT NOW: *Back up your identity* is never asked again. */
export function declineBackUp(database: Database, accountId: string, actor: Actor): Promise<IdentityDoc | Refusal> {
  return changeIdentity(
    database,
    accountId,
    { what: 'identity.back-up-declined', update: { $set: { 'identity.isPromptDeclined': true } } },
    actor,
    refusal('not-found'),
  );
}

/** A new code is shown to its owner; until its last group was typed, the former one counts. */
export async function putRestoreCode(
  database: Database,
  accountId: string,
  kept: RestoreCodeDoc,
  actor: Actor,
): Promise<IdentityDoc | Refusal> {
  if (!(await restorationPolicy(database)).isOn) return refusal('restoration-off');
  return changeIdentity(
    database,
    accountId,
    { what: 'restore-code.issued', update: { $set: { 'identity.pending': kept } }, where: { state: 'active' } },
    actor,
    refusal('token-not-ready'),
  );
}

/** Its last group was typed, so it was kept: the restore function is active, and any former code is void. */
export async function confirmRestoreCode(
  database: Database,
  masterKey: Uint8Array,
  accountId: string,
  typed: string,
  actor: Actor,
): Promise<{ identity: IdentityDoc; isFirst: boolean; isNew: boolean } | Refusal> {
  if (!(await restorationPolicy(database)).isOn) return refusal('restoration-off');
  const before = await identityOf(database, accountId);
  if (before === null) return refusal('not-found');
  const { pending, code, mustStoreCode } = before.identity;
  const meant = pending ?? code;
  if (meant === null || !isSame(lastGroupDigest(masterKey, meant.id, typed), meant.lastGroup))
    return refusal('last-group-wrong');
  // Confirmed a moment ago, the answer lost on its way.
  if (pending === null) return { identity: before, isFirst: false, isNew: false };
  const identity = await changeIdentity(
    database,
    accountId,
    {
      what: code === null ? 'restoration.activated' : 'restore-code.renewed',
      update: {
        $set: { 'identity.code': pending, 'identity.pending': null, 'identity.mustStoreCode': false, ...noFailures },
      },
      where: { 'identity.pending.id': pending.id },
    },
    actor,
    refusal('last-group-wrong'),
  );
  return 'refused' in identity ? identity : { identity, isFirst: code === null && !mustStoreCode, isNew: true };
}

/** The restore function is off for this identity: its code is void. Not where the administrator demands it. */
export async function disableRestoration(
  database: Database,
  accountId: string,
  actor: Actor,
  reason?: string,
): Promise<IdentityDoc | Refusal> {
  const { isEnforcedAtCreation } = await restorationPolicy(database);
  if (actor.kind !== 'staff' && isEnforcedAtCreation) return refusal('not-possible');
  return changeIdentity(
    database,
    accountId,
    {
      what: 'restoration.disabled',
      update: { $set: { 'identity.code': null, 'identity.pending': null, 'identity.mustStoreCode': false } },
      where: {
        $or: [
          { 'identity.code': { $ne: null } },
          { 'identity.pending': { $ne: null } },
          { 'identity.mustStoreCode': true },
        ],
      },
      ...(reason === undefined ? {} : { reason }),
    },
    actor,
    refusal('restoration-inactive'),
  );
}

/** Staff hand a code out: under `hashed`, or where there is none that counts, it is a fresh one, and counts at once. */
export function replaceRestoreCode(
  database: Database,
  accountId: string,
  code: RestoreCodeDoc,
  actor: Actor,
  reason: string,
): Promise<IdentityDoc | Refusal> {
  return changeIdentity(
    database,
    accountId,
    {
      what: 'restore-code.replaced',
      update: { $set: { 'identity.code': code, 'identity.pending': null, ...noFailures } },
      reason,
    },
    actor,
    refusal('restoration-inactive'),
  );
}

/** Staff have verified the caller and hand out the code that counts: it works again, however often others have guessed (C-04). */
export async function forgiveRestoreFailures(database: Database, tokenId: string): Promise<void> {
  await database.tokens.updateOne({ _id: tokenId }, { $set: noFailures });
}
