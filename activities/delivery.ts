import { ApplicationFailure } from '@temporalio/activity';
import type { Letter, MailTransport, RenderedMail } from '../contracts/mail.ts';
import { outboxPlace } from '../store/mails.ts';
import { isDuplicateKey } from '../store/errors.ts';
import { firstOf, seal } from '../store/sealing.ts';
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

/** Longer than any provider is given for one message: whoever has not come back by then was killed. */
const longestHandOverMs = 12_000;

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
  const body = seal(firstOf(vault.ring), outboxPlace(envelope.mailId), Buffer.from(JSON.stringify(mail)));
  await database.mails.updateOne(
    { _id: envelope.mailId },
    { $setOnInsert: { ...recordOf(envelope, letter), state: 'accepted', body } },
    { upsert: true },
  );
}

/** Somebody waits for it, device in hand. */
function isAwaited({ template }: Letter): boolean {
  return template === 'mail-code' || template === 'transfer-activation';
}

async function handOver(
  { database }: Sender,
  transport: MailTransport,
  envelope: Envelope,
  letter: Letter,
  mail: RenderedMail,
): Promise<void> {
  const { mailId, to } = envelope;
  const takenUpAt = new Date();
  const before = await takeUp(database, envelope, letter, takenUpAt);
  if (before === 'settled') return;
  if (before === 'sending' && !transport.isIdempotent) {
    await settle(database, mailId, { state: 'unknown', detail: 'interrupted while it was handed over' });
    return;
  }
  try {
    const outcome = await transport.handOver({
      key: mailId,
      to,
      priority: isAwaited(letter) ? 'code' : 'notice',
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
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'not reachable';
    // Only ours to put back: who came after us may have had more luck, and that stands.
    await database.mails.updateOne({ _id: mailId, state: 'sending', takenUpAt }, { $set: { state: 'queued', detail } });
    if (error instanceof TemporarilyRefused) {
      throw ApplicationFailure.create({ message: error.message, nextRetryDelay: error.retryAfterMs, cause: error });
    }
    throw error;
  }
}

/**
 * Marks the message as on its way, unless its fate is settled. Answers what it was before.
 * @throws while another hand-over of it may still be under way: two at once could both arrive
 */
async function takeUp(
  database: Sender['database'],
  envelope: Envelope,
  letter: Letter,
  takenUpAt: Date,
): Promise<MailDoc['state'] | 'new' | 'settled'> {
  const abandoned = {
    state: 'sending' as const,
    takenUpAt: { $lt: new Date(takenUpAt.getTime() - longestHandOverMs) },
  };
  try {
    const before = await database.mails.findOneAndUpdate(
      { _id: envelope.mailId, $or: [{ state: 'queued' }, abandoned] },
      { $set: { state: 'sending', takenUpAt }, $setOnInsert: { ...recordOf(envelope, letter), body: null } },
      { upsert: true, returnDocument: 'before' },
    );
    return before?.state ?? 'new';
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const present = await database.mails.findOne({ _id: envelope.mailId });
    if (present?.state !== 'sending' && present?.state !== 'queued') return 'settled';
    throw ApplicationFailure.create({ message: 'is being handed over already', nextRetryDelay: '3 seconds' });
  }
}

/** What the provider said; nobody's later failure takes it back. */
async function settle(database: Sender['database'], mailId: string, change: Partial<MailDoc>): Promise<void> {
  await database.mails.updateOne({ _id: mailId, state: { $in: ['queued', 'sending', 'unknown'] } }, { $set: change });
}
