import type { MailState } from '../domain/words.ts';
import type { Database } from './database.ts';
import type { MailDoc } from './documents.ts';
import { recordBounce } from './recoveries/trouble.ts';

/** What the sealed body of an outbox message is bound to. */
export function outboxPlace(mailId: string): string {
  return `mails|${mailId}|body|1`;
}

export function mailsOf(database: Database, recoveryId: string): Promise<Omit<MailDoc, 'body'>[]> {
  return database.mails
    .find({ recoveryId }, { projection: { body: 0 } })
    .sort({ at: 1 })
    .toArray();
}

/** The state of each recovery's newest code mail. */
export async function mailStates(database: Database, recoveryIds: string[]): Promise<Map<string, MailState>> {
  const mails = await database.mails
    .find({ recoveryId: { $in: recoveryIds }, template: 'mail-code' }, { projection: { body: 0 } })
    .sort({ at: 1 })
    .toArray();
  return new Map(mails.map(({ recoveryId, state }) => [recoveryId ?? '', state]));
}

/** What the provider says became of a message (M-06). Said twice, it changes nothing; about an unknown message, neither. */
export async function recordDeliveryNews(
  database: Database,
  providerId: string,
  state: 'delivered' | 'bounced',
  detail: string,
): Promise<void> {
  const from: MailState[] =
    state === 'delivered' ? ['sending', 'accepted', 'unknown'] : ['sending', 'accepted', 'unknown', 'delivered'];
  const mail = await database.mails.findOneAndUpdate({ providerId, state: { $in: from } }, { $set: { state, detail } });
  if (state === 'bounced' && mail?.recoveryId) await recordBounce(database, mail.recoveryId, detail);
}
