import type { Hono } from 'hono';
import { readWebhook, UntrustedWebhook } from '../activities/mail/webhook.ts';
import { recordDeliveryNews } from '../store/mails.ts';
import type { ApiDependencies } from './dependencies.ts';
import { refuse } from './problem.ts';

/** What the mail provider tells of messages it took (M-06): delivered, bounced, complained of. */
export function mailEvents(app: Hono, { database, settings }: ApiDependencies): void {
  const secret = settings.RESEND_WEBHOOK_SECRET;
  app.post('/v1/mail-events', async (c) => {
    if (secret === undefined) return refuse('not-found');
    const body = await c.req.text();
    const news = read(body, (name) => c.req.header(name), secret);
    if (news !== 'ignored')
      await recordDeliveryNews(
        database,
        news.providerId,
        news.state === 'delivered' ? 'delivered' : 'bounced',
        news.detail,
      );
    return c.body(null, 204);
  });
}

function read(
  body: string,
  header: (name: string) => string | undefined,
  secret: string,
): ReturnType<typeof readWebhook> {
  try {
    return readWebhook(body, header, secret);
  } catch (error) {
    if (error instanceof UntrustedWebhook) return refuse('unauthenticated');
    throw error;
  }
}
