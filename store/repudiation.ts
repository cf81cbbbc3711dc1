import type { Filter } from 'mongodb';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { RecoveryDoc, TokenDoc } from './documents.ts';

/**
 * "This wasn't me" (B-04): suspends the tokens that a finished recovery brought to a device, and puts it before support. Pressed
 * again, it changes nothing more. A token that is on its way again is suspended too: who took it once must not save it by a
 * second move.
 * @returns how many tokens are suspended because of it, and whether this was the first time
 */
export function freezeRecovered(
  database: Database,
  recovery: RecoveryDoc,
  actor: Actor,
): Promise<{ frozenTokens: number; isFirst: boolean }> {
  const at = new Date();
  return inTransaction(database, async (session) => {
    const tokenIds = recovery.tokens.map(({ id }) => id);
    const bound = await database.bindings
      .find({ tokenId: { $in: tokenIds }, 'device.id': recovery.toDevice?.id ?? '', state: 'active' }, { session })
      .toArray();
    const here = bound.map(({ tokenId }) => tokenId);
    // An identity may have been brought on to further devices since, and taken off this one.
    const brought: Filter<TokenDoc> = { $or: [{ _id: { $in: here } }, { _id: { $in: tokenIds }, type: 'identity' }] };
    const noted = await database.recoveries.updateOne(
      { _id: recovery._id, 'trouble.cause': { $ne: 'not-me' } },
      { $set: { trouble: { cause: 'not-me', since: at } } },
      { session },
    );
    if (noted.modifiedCount === 0) {
      const suspended = await database.tokens.countDocuments({ ...brought, state: 'suspended' }, { session });
      return { frozenTokens: suspended, isFirst: false };
    }
    const frozen = await database.tokens.updateMany(
      { ...brought, state: { $in: ['active', 'locked', 'disabled', 'suspended'] } },
      // Suspended by its owner's recreation, it could wake by that alone.
      { $set: { state: 'suspended' }, $unset: { suspendedBy: '' } },
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
    return { frozenTokens: frozen.modifiedCount, isFirst: true };
  });
}
