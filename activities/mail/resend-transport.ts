import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Resend } from 'resend';
import type { HandOver, MailTransport } from '../../contracts/mail.ts';
import { asDetail, TemporarilyRefused, whyUnsendable, type Parcel } from './parcel.ts';
import { SendingBudget } from './sending-budget.ts';

export interface ResendOptions {
  apiKey: string;
  /** Defaults to the provider's own address. */
  baseUrl?: string;
  /** `Name <address>` or an address, of a verified domain whose open and click tracking is off (M-05). */
  from: string;
  /** How long one request may take, in ms. */
  timeoutMs?: number;
  /** How long a message may wait for its turn, in ms. */
  longestWaitMs?: number;
  /** Give all workers one limiter with a shared store, and the budget holds for all of them together. */
  limiter?: RateLimiterAbstract;
}

/** L-04: at most two requests a second. One each half second, because two a second may come as four around its turn. */
const everyHalfSecond = { points: 1, duration: 0.5 };
const longestPauseMs = 60_000;

type Answer = Awaited<ReturnType<Resend['emails']['send']>>;

/**
 * Hands mail to Resend. Whatever is thrown may be tried again under the same key and body: the provider takes it once (RS, 24 h).
 * @throws TemporarilyRefused on 429, and when the budget is spent; Error on 5xx, network failure and time-out.
 */
export function resendTransport(options: ResendOptions): MailTransport {
  const resend = new Resend(options.apiKey, { baseUrl: options.baseUrl });
  const budget = new SendingBudget(
    options.limiter ?? new RateLimiterMemory(everyHalfSecond),
    options.longestWaitMs ?? 5000,
  );

  return {
    name: 'resend',
    isIdempotent: true,
    async handOver(parcel: Parcel) {
      const reason = whyUnsendable(parcel);
      if (reason !== undefined) return { state: 'failed', detail: reason };
      await budget.turn(parcel.priority ?? 'notice');
      // A redirect would turn the POST into a GET whose answer reads like an acceptance (P-03).
      const request = {
        idempotencyKey: parcel.key,
        signal: AbortSignal.timeout(options.timeoutMs ?? 5000),
        redirect: 'error' as const,
      };
      const { to, subject, html, text } = parcel;
      const headers = { 'Auto-Submitted': 'auto-generated' };
      const answer = await resend.emails.send({ from: options.from, to, subject, html, text, headers }, request);
      const later = retryAfterMs(answer);
      if (later === undefined) return judge(answer);
      await budget.pause(Math.min(later, longestPauseMs));
      throw new TemporarilyRefused('the mail provider is busy', later);
    },
  };
}

function judge({ data, error }: Answer): HandOver {
  if (typeof data?.id === 'string') return { state: 'accepted', providerId: data.id };
  const status = error?.statusCode ?? undefined;
  const isFinal = status !== undefined && status >= 400 && status < 500 && status !== 408;
  // Not a conflict: our own earlier request under this key is still in the provider's hands.
  const isInProgress = error?.name === 'concurrent_idempotent_requests';
  if (error && isFinal && !isInProgress) {
    return { state: 'failed', detail: asDetail(`${String(status)} ${error.name}: ${error.message}`) };
  }
  // The provider's own words may quote the recipient, so they stay out of errors, which are logged.
  throw new Error(
    `the mail provider gave no usable answer (${String(status ?? 'none')}, ${asDetail(error?.name ?? '')})`,
  );
}

/** How long a 429 asks us to wait, in ms; `undefined` for any other answer. The header has seconds or a date (RFC 9110 §10.2.3). */
function retryAfterMs({ error, headers }: Answer): number | undefined {
  const isBusy = error?.statusCode === 429 || /rate_limit|quota/.test(error?.name ?? '');
  if (!isBusy) return undefined;
  const given = headers?.['retry-after']?.trim() ?? '';
  const ms = /^\d+(\.\d+)?$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return Number.isFinite(ms) ? Math.max(ms, 0) : 1000;
}
