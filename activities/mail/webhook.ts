import { Resend } from 'resend';
import { z } from 'zod';
import { asDetail } from './parcel.ts';

/** What a provider tells about a message it had accepted. */
export interface DeliveryNews {
  /** The id of this piece of news, the same whenever it is told again: the key to drop repetitions by (M-06). */
  messageId: string;
  /** The `providerId` of the hand-over it is about. */
  providerId: string;
  state: 'delivered' | 'bounced' | 'complained';
  detail: string;
}

/** The webhook does not come from the provider, or is older or newer than five minutes. */
export class UntrustedWebhook extends Error {
  override readonly name = 'UntrustedWebhook';
}

const email = { email_id: z.string().min(1).max(200) };
const explained = z.object({ type: z.string().optional(), message: z.string().optional() });

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('email.delivered'), data: z.object(email) }),
  z.object({ type: z.literal('email.complained'), data: z.object(email) }),
  z.object({ type: z.literal('email.bounced'), data: z.object({ ...email, bounce: explained.optional() }) }),
  z.object({ type: z.literal('email.suppressed'), data: z.object({ ...email, suppressed: explained.optional() }) }),
  z.object({
    type: z.literal('email.failed'),
    data: z.object({ ...email, failed: z.object({ reason: z.string().optional() }).optional() }),
  }),
]);

// The SDK wants an API key for every call, but verifying makes none.
const { webhooks } = new Resend('not-needed-to-verify');

/**
 * Reads a webhook of Resend (M-06).
 * @param rawBody the body as received, before any parsing: the signature covers its bytes
 * @param header looks a request header up by its lower-case name
 * @param secret the endpoint's signing secret, `whsec_…`
 * @throws UntrustedWebhook when the signature is missing, wrong, or outside ±5 minutes
 */
export function readWebhook(
  rawBody: string,
  header: (name: string) => string | undefined,
  secret: string,
): DeliveryNews | 'ignored' {
  const messageId = header('svix-id') ?? '';
  const event = Event.safeParse(verified(rawBody, messageId, header, secret));
  if (!event.success) return 'ignored';
  return { messageId, providerId: event.data.data.email_id, ...outcome(event.data) };
}

function verified(
  payload: string,
  id: string,
  header: (name: string) => string | undefined,
  webhookSecret: string,
): unknown {
  const headers = { id, timestamp: header('svix-timestamp') ?? '', signature: header('svix-signature') ?? '' };
  try {
    return webhooks.verify({ payload, headers, webhookSecret });
  } catch (cause) {
    throw new UntrustedWebhook('the webhook is not signed by the mail provider', { cause });
  }
}

/** A suppressed or failed message will never arrive, which for everyone who waits is the same as a bounce. */
function outcome(event: z.infer<typeof Event>): Pick<DeliveryNews, 'state' | 'detail'> {
  switch (event.type) {
    case 'email.delivered':
      return { state: 'delivered', detail: '' };
    case 'email.complained':
      return { state: 'complained', detail: 'reported as unwanted by the recipient' };
    case 'email.bounced':
      return { state: 'bounced', detail: reasonOf(event.data.bounce) };
    case 'email.suppressed':
      return { state: 'bounced', detail: asDetail(`suppressed by the provider: ${reasonOf(event.data.suppressed)}`) };
    case 'email.failed':
      return { state: 'bounced', detail: asDetail(`not sent by the provider: ${event.data.failed?.reason ?? ''}`) };
  }
}

function reasonOf(reason: z.infer<typeof explained> | undefined): string {
  return asDetail([reason?.type, reason?.message].filter((part) => part !== undefined).join(': '));
}
