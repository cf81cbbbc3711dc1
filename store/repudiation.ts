import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { RecoveryDoc } from './documents.ts';

/**
 * "This wasn't me" (B-04): suspends the tokens that a finished recovery brought to a device, and puts it before support. Pressed
 * again, it changes nothing more.
 * @returns how many tokens are suspended because of it
 */
export function freezeRecovered(database: Database, recovery: RecoveryDoc, actor: Actor): Promise<number> {
  const at = new Date();
  return inTransaction(database, async (session) => {
    const tokenIds = recovery.tokens.map(({ id }) => id);
    if (recovery.trouble?.cause === 'not-me') return tokenIds.length;
    const frozen = await database.tokens.updateMany(
      {
        _id: { $in: tokenIds },
        state: { $in: ['active', 'locked'] },
        reservedBy: null,
        ...(recovery.toDevice === null ? {} : { 'device.id': recovery.toDevice.id }),
      },
      { $set: { state: 'suspended' } },
      { session },
    );
    await database.recoveries.updateOne(
      { _id: recovery._id },
      { $set: { trouble: { cause: 'not-me', since: at } } },
      { session },
    );
    await writeAudit(
      database,
      {
        at,
        what: 'recovery.repudiated',
        actor,
        object: { kind: 'recovery', id: recovery._id },
        account: recovery.account.id,
        detail: { tokens: tokenIds },
      },
      session,
    );
    return frozen.modifiedCount;
  });
}
