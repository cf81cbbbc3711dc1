import type { MailTransport } from '../../contracts/mail.ts';

/** L-04: codes overtake notices, because somebody is waiting for them. */
export type Priority = 'code' | 'notice';

/** One message on its way. `key` is 1 to 256 printable ASCII characters; `priority` is `notice` unless said otherwise. */
export type Parcel = Parameters<MailTransport['handOver']>[0] & { priority?: Priority };

/** The provider asks us to come back later: nothing was taken, and trying again under the same key is safe. */
export class TemporarilyRefused extends Error {
  override readonly name = 'TemporarilyRefused';
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

const longestAddressBytes = 254;

/** E-04: exactly one plain address. Lists, display names, line breaks and control characters never reach a provider. */
export function isOneAddress(to: unknown): to is string {
  if (typeof to !== 'string' || new TextEncoder().encode(to).length > longestAddressBytes) return false;
  return /^[^\s@\p{Cc}\p{Cf}"(),:;<>[\]\\]+@[^\s@\p{Cc}\p{Cf}"(),:;<>[\]\\]+$/u.test(to);
}

/** Why a parcel can never be handed over, or `undefined` when nothing speaks against it. */
export function whyUnsendable(parcel: Parcel): string | undefined {
  if (!isOneAddress(parcel.to)) return 'the address is not exactly one e-mail address';
  // RS: Resend accepts keys of up to 256 characters, and a key travels as an HTTP header.
  if (!/^[\x21-\x7e]{1,256}$/.test(parcel.key)) return 'the key is not 1 to 256 printable ASCII characters';
  if (/[\r\n]/.test(parcel.subject)) return 'the subject has a line break';
  return undefined;
}

/** What a provider said, fit to be stored and shown to staff: one line, at most 200 characters. */
export function asDetail(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
