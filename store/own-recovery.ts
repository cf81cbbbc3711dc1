import type { MailState } from '../domain/words.ts';
import type { Database } from './database.ts';
import type { RecoveryDoc } from './documents.ts';

/** A recovery of this account with the state of its newest code mail, in one round trip: every step of a person ends by showing it. */
export async function ownRecovery(
  database: Database,
  accountId: string,
  recoveryId: string,
): Promise<{ recovery: RecoveryDoc; mailState: MailState } | null> {
  const [found] = await database.recoveries
    .aggregate<RecoveryDoc & { codeMails: { state: MailState }[] }>([
      { $match: { _id: recoveryId, 'account.id': accountId } },
      {
        $lookup: {
          from: 'mails',
          localField: '_id',
          foreignField: 'recoveryId',
          as: 'codeMails',
          pipeline: [
            { $match: { template: 'mail-code' } },
            { $sort: { at: -1 } },
            { $limit: 1 },
            { $project: { state: 1 } },
          ],
        },
      },
    ])
    .toArray();
  if (found === undefined) return null;
  const { codeMails, ...recovery } = found;
  return { recovery, mailState: codeMails[0]?.state ?? 'queued' };
}
