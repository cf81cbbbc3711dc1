import type { MailTransport } from '../../contracts/mail.ts';
import type { Settings } from '../../contracts/settings.ts';
import { resendTransport } from './resend-transport.ts';
import { smtpTransport } from './smtp-transport.ts';

/** The provider that the settings name, Resend before SMTP; `undefined` when they name none, which means the outbox. */
export function transportFrom(
  settings: Pick<Settings, 'RESEND_API_KEY' | 'RESEND_BASE_URL' | 'SMTP_URL' | 'MAIL_FROM'>,
): MailTransport | undefined {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, SMTP_URL: url, MAIL_FROM: from } = settings;
  if (apiKey !== undefined) return resendTransport({ apiKey, baseUrl, from });
  if (url !== undefined) return smtpTransport({ url, from });
  return undefined;
}
