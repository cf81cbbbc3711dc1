import { Hono } from 'hono';
import { html } from 'hono/html';
import type { RenderedMail } from '../contracts/mail.ts';
import { outboxPlace } from '../store/mails.ts';
import type { MailDoc } from '../store/documents.ts';
import { unseal } from '../store/sealing.ts';
import type { ApiDependencies } from './dependencies.ts';

const mostShown = 200;

/**
 * The outbox of a demonstration: where mail goes when no provider is set. It stands in for everybody's mailbox, so it exists in
 * embedded mode only. `/messages.json` is the same for tests: `?to=` filters by address.
 */
export function outbox({ database, vault }: ApiDependencies): Hono {
  const app = new Hono();
  const open = (mail: MailDoc) =>
    mail.body === null
      ? undefined
      : (JSON.parse(
          Buffer.from(unseal(vault.ring, outboxPlace(mail._id), mail.body)).toString('utf8'),
        ) as RenderedMail);

  app.get('/messages.json', async (c) => {
    const to = c.req.query('to')?.toLowerCase();
    const mails = await database.mails
      .find(to === undefined ? {} : { to })
      .sort({ at: -1 })
      .limit(mostShown)
      .toArray();
    return c.json(
      mails.map((mail) => ({
        id: mail._id,
        to: mail.to,
        template: mail.template,
        at: mail.at,
        state: mail.state,
        ...open(mail),
      })),
    );
  });
  app.get('/messages/:id', async (c) => {
    const mail = await database.mails.findOne({ _id: decodeURIComponent(c.req.param('id')) });
    const shown = mail === null ? undefined : open(mail);
    if (shown === undefined) return c.notFound();
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation",
    );
    return c.html(shown.html);
  });
  app.get('/', async (c) => {
    const mails = await database.mails.find().sort({ at: -1 }).limit(mostShown).toArray();
    const rows = mails.map(
      (mail) =>
        html`<li>
          <a href="/messages/${encodeURIComponent(mail._id)}" target="message"
            ><b>${open(mail)?.subject ?? mail.template}</b></a
          ><br /><small>to ${mail.to} · ${mail.at.toISOString().replace('T', ' ').slice(0, 19)} UTC</small>
        </li>`,
    );
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'");
    return c.html(
      page(
        rows.length === 0
          ? html`<li class="none">No messages yet. They appear here as Latchkey sends them.</li>`
          : html`${rows}`,
      ),
    );
  });
  return app;
}

function page(rows: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="refresh" content="5" />
        <title>Outbox · Latchkey</title>
        <style>
          :root {
            color-scheme: light dark;
            font: 15px/1.5 system-ui;
            --line: color-mix(in srgb, currentColor 15%, transparent);
          }
          body {
            margin: 0;
            display: grid;
            grid-template: auto 1fr / minmax(280px, 380px) 1fr;
            height: 100vh;
          }
          header {
            grid-column: 1 / -1;
            padding: 14px 20px;
            background: #0f5c5c;
            color: #fff;
          }
          header b {
            color: #e0a100;
          }
          ul {
            margin: 0;
            padding: 0;
            overflow: auto;
            border-right: 1px solid var(--line);
            list-style: none;
          }
          li {
            padding: 12px 20px;
            border-bottom: 1px solid var(--line);
          }
          a {
            color: inherit;
            text-decoration: none;
          }
          a:hover,
          a:focus {
            text-decoration: underline;
          }
          small,
          .none {
            opacity: 0.7;
          }
          iframe {
            width: 100%;
            height: 100%;
            border: 0;
            background: #fff;
          }
        </style>
      </head>
      <body>
        <header><b>Latchkey</b> outbox · every message this demonstration would have mailed</header>
        <ul>
          ${rows}
        </ul>
        <iframe name="message" title="Message"></iframe>
      </body>
    </html>`;
}
