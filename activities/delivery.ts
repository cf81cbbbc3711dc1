import { ApplicationFailure } from '@temporalio/activity';
import type { Letter, MailTransport, RenderedMail } from '../contracts/mail.ts';
import { outboxPlace } from '../store/mails.ts';
import { isDuplicateKey } from '../store/recoveries/transition.ts';
import { seal } from '../store/sealing.ts';
import type { MailDoc } from '../store/documents.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { TemporarilyRefused } from './mail/parcel.ts';
import { render } from './mail/render.tsx';

export interface Envelope {
  /** Unique occasion: idempotency key with the provider, and the id of the record (M-07). */
  mailId: string;
  recoveryId: string | null;
  accountId: string;
  to: string;
}

type Sender = Pick<ActivityDependencies, 'database' | 'vault' | 'transport'>;

/**
 * Hands a letter over, once: running it again after it was accepted does nothing, and a provider without idempotency is not asked
 * again once the message may have left (M-07).
 * @throws when the provider cannot take it now; Temporal tries again
 */
export async function deliver(sender: Sender, envelope: Envelope, letter: Letter): Promise<void> {
  const mail = await render(letter);
  if (sender.transport === undefined) await intoOutbox(sender, envelope, letter, mail);
  else await handOver(sender, sender.transport, envelope, letter, mail);
}

function recordOf({ recoveryId, accountId, to }: Envelope, letter: Letter): Omit<MailDoc, '_id' | 'state' | 'body'> {
  return { recoveryId, accountId, to, template: letter.template, providerId: null, detail: null, at: new Date() };
}

async function intoOutbox(
  { database, vault }: Sender,
  envelope: Envelope,
  letter: Letter,
  mail: RenderedMail,
): Promise<void> {
  const [key] = vault.ring;
  if (key === undefined) throw new Error('the ring of seal keys is empty');
  const body = seal(key, outboxPlace(envelope.mailId), Buffer.from(JSON.stringify(mail)));
  await database.mails.updateOne(
    { _id: envelope.mailId },
    { $setOnInsert: { ...recordOf(envelope, letter), state: 'accepted', body } },
    { upsert: true },
  );
}

async function handOver(
  { database }: Sender,
  transport: MailTransport,
  envelope: Envelope,
  letter: Letter,
  mail: RenderedMail,
): Promise<void> {
  const { mailId, to } = envelope;
  const before = await takeUp(database, envelope, letter);
  if (before === 'settled') return;
  if (before === 'sending' && !transport.isIdempotent) {
    await settle(database, mailId, { state: 'unknown', detail: 'interrupted while it was handed over' });
    return;
  }
  try {
    const outcome = await transport.handOver({
      key: mailId,
      to,
      priority: letter.template === 'mail-code' ? 'code' : 'notice',
      ...mail,
    });
    await settle(
      database,
      mailId,
      outcome.state === 'accepted'
        ? { state: 'accepted', providerId: outcome.providerId }
        : { state: outcome.state, detail: outcome.detail },
    );
  } catch (error) {
    await settle(database, mailId, {
      state: 'queued',
      detail: error instanceof Error ? error.message.slice(0, 200) : 'not reachable',
    });
    if (error instanceof TemporarilyRefused) {
      throw ApplicationFailure.create({ message: error.message, nextRetryDelay: error.retryAfterMs, cause: error });
    }
    throw error;
  }
}

/** Marks the message as on its way, unless its fate is settled. Answers what it was before. */
async function takeUp(
  database: Sender['database'],
  envelope: Envelope,
  letter: Letter,
): Promise<MailDoc['state'] | 'new' | 'settled'> {
  try {
    const before = await database.mails.findOneAndUpdate(
      { _id: envelope.mailId, state: { $in: ['queued', 'sending'] } },
      { $set: { state: 'sending' }, $setOnInsert: { ...recordOf(envelope, letter), body: null } },
      { upsert: true, returnDocument: 'before' },
    );
    return before?.state ?? 'new';
  } catch (error) {
    if (isDuplicateKey(error)) return 'settled';
    throw error;
  }
}

async function settle(database: Sender['database'], mailId: string, change: Partial<MailDoc>): Promise<void> {
  await database.mails.updateOne({ _id: mailId }, { $set: change });
}
