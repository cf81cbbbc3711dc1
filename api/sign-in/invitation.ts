import { randomBytes } from 'node:crypto';
import type { AccountDoc } from '../../store/documents.ts';
import { queueLetter } from '../../store/letters.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { startDelivery } from '../queued-letters.ts';

const invitationMs = 24 * 3_600_000;

/** The activation mail: a link with which a new account holder sets a password, good for a day (M-04). */
export async function inviteAccount(deps: ApiDependencies, account: AccountDoc): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await deps.portalRealm.$context;
  await internalAdapter.createVerificationValue({
    value: account._id,
    identifier: `reset-password:${token}`,
    expiresAt: new Date(Date.now() + invitationMs),
  });
  const { name, userName, locale, email } = account;
  const facts = { name, userName, setPasswordUrl: `${deps.settings.PORTAL_URL}/welcome#token=${token}` };
  startDelivery(
    deps,
    await queueLetter(
      deps.database,
      deps.vault,
      { accountId: account._id, email },
      { template: 'activation', locale, facts },
    ),
  );
}

/** "Forgot password?": the mailed link. Not waited for, so that known and unknown addresses take the same time. */
export function mailReset(
  deps: Pick<ApiDependencies, 'database' | 'vault' | 'settings' | 'temporal' | 'log'>,
  user: { id: string; name: string; email: string },
  token: string,
): void {
  const facts = { name: user.name, resetUrl: `${deps.settings.PORTAL_URL}/reset-password#token=${token}` };
  queueLetter(
    deps.database,
    deps.vault,
    { accountId: user.id, email: user.email },
    { template: 'password-reset', locale: 'en', facts },
  ).then(
    (mailId) => {
      startDelivery(deps, mailId);
    },
    (error: unknown) => {
      deps.log.error({ error }, 'a reset link could not be queued');
    },
  );
}
