import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { HandOver, MailTransport } from '../../contracts/mail.ts';
import { asDetail, whyUnsendable, type Parcel } from './parcel.ts';

interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`; `?requireTLS=true` refuses servers without STARTTLS. */
  url: string;
  /** `Name <address>` or an address. */
  from: string;
  /** How long to wait for a connection, a greeting or any answer, in ms. */
  timeoutMs?: number;
  /** How long the whole conversation may take, in ms. */
  longestMs?: number;
}

/**
 * Hands mail to an SMTP server. The protocol has no idempotency key, so what is thrown happened before the message was sent, and
 * nothing is thrown afterwards (M-07): a lost answer is `unknown`, a refusal is `failed`.
 * @throws Error when the server cannot be reached, or refuses for the time being, before the message was sent.
 */
export function smtpTransport(options: SmtpOptions): MailTransport {
  const timeoutMs = options.timeoutMs ?? 5000;
  return {
    name: 'smtp',
    isIdempotent: false,
    async handOver(parcel: Parcel) {
      const reason = whyUnsendable(parcel);
      if (reason !== undefined) return { state: 'failed', detail: reason };
      const { to, subject, html, text } = parcel;
      const { transport, progress } = watchedTransport(options.url, timeoutMs);
      try {
        const sent = await transport.sendMail({
          from: options.from,
          to: { name: '', address: to },
          subject,
          html,
          text,
          messageId: messageId(parcel.key, options.from),
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(options.longestMs ?? 10_000),
        });
        return { state: 'accepted', providerId: sent.messageId };
      } catch (error) {
        return judge(error, progress.isMessageSent);
      }
    },
  };
}

/** A transport for one message that knows whether any byte of the message has left. */
function watchedTransport(url: string, timeoutMs: number) {
  const progress = { isMessageSent: false };
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', (mail, done) => {
    const { message } = mail;
    const original = message.createReadStream.bind(message);
    // The client pulls the first byte only after the server's 354, while errors of a lost connection do not tell when it was lost.
    message.createReadStream = () => Readable.from(sentBytes(original, progress), { objectMode: false });
    done();
  });
  return { transport, progress };
}

async function* sentBytes(open: () => Readable, progress: { isMessageSent: boolean }): AsyncGenerator<Uint8Array> {
  progress.isMessageSent = true;
  for await (const chunk of open()) yield chunk as Uint8Array;
}

function judge(error: unknown, isMessageSent: boolean): HandOver {
  const { responseCode, command } = refusalOf(error);
  if (responseCode !== undefined && (responseCode >= 500 || isMessageSent)) {
    return { state: 'failed', detail: asDetail(`the mail server answered ${String(responseCode)} to ${command}`) };
  }
  if (isMessageSent) return { state: 'unknown', detail: 'the connection was lost after the message was sent' };
  throw new Error(`the mail server did not take the message (${String(responseCode ?? 'no answer')}, ${command})`);
}

/** The server's words may quote the recipient; only the number and the command are kept. */
function refusalOf(error: unknown): { responseCode: number | undefined; command: string } {
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return {
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    command: typeof command === 'string' ? command : 'connection',
  };
}

/** The same key gives the same Message-ID, so that a receiver can drop what comes twice. */
function messageId(key: string, from: string): string {
  const domain = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'latchkey.invalid';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}
