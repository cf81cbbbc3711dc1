import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { AccountDoc } from './documents.ts';

/**
 * Disables an account or enables it again. A disabled one can do nothing more, whatever it was signed in to: its sessions end and
 * its devices are refused from the same instant (S-07); enabled again, its devices go on where they were.
 */
export function changeAccountState(
  database: Database,
  accountId: string,
  state: AccountDoc['state'],
  reason: string,
  actor: Actor,
): Promise<AccountDoc | Refusal> {
  return inTransaction(database, async (session) => {
    const account = await database.accounts.findOneAndUpdate(
      { _id: accountId },
      { $set: { state } },
      { session, returnDocument: 'after' },
    );
    if (account === null) return refusal('not-found');
    await database.devices.updateMany(
      { accountId },
      { $set: { isAccountDisabled: state === 'disabled' } },
      { session },
    );
    if (state === 'disabled')
      await database.db.collection('portalSessions').deleteMany({ userId: accountId }, { session });
    await writeAudit(
      database,
      {
        at: new Date(),
        what: state === 'disabled' ? 'account.disabled' : 'account.enabled',
        actor,
        object: { kind: 'account', id: accountId },
        account: accountId,
        reason,
      },
      session,
    );
    return account;
  });
}

/** Whoever was signed in while the account was being disabled is put out again. @returns whether the account is active */
export async function endSessionsOfDisabled(database: Database, accountId: string): Promise<boolean> {
  const account = await database.accounts.findOne({ _id: accountId, state: 'active' }, { projection: { _id: 1 } });
  if (account === null) await database.db.collection('portalSessions').deleteMany({ userId: accountId });
  return account !== null;
}
