import { html } from 'hono/html';
import type { Visit } from './visits.ts';

type Html = ReturnType<typeof html>;

/** The door: who wants in. */
export function doorPage({ userName = '', why }: { userName?: string; why?: string }): Html {
  return page(
    'Sign in',
    html`<h1>Sign in</h1>
      <p>No password here: your phone says that it is you.</p>
      ${why === undefined ? '' : html`<p role="alert" class="why">${why}</p>`}
      <form method="post" action="/sign-in">
        <label for="user-name">User name</label>
        <input
          id="user-name"
          name="userName"
          value="${userName}"
          required
          autofocus
          maxlength="254"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
        />
        <button>Sign in</button>
      </form>`,
  );
}

/** The number that its person picks in the app, one of three there. */
export function numberPage({ userName, number, expiresAt }: Visit): Html {
  const secondsLeft = Math.max(0, Math.round((Date.parse(expiresAt) - Date.now()) / 1000));
  return page(
    'Choose the number in the app',
    html`<h1>Open the app on your phone</h1>
      <p>Choose this number there, if it is you who signs in as <strong>${userName}</strong>:</p>
      <p class="number">${number}</p>
      <p class="wait"><span class="dot"></span>Waiting for your answer: <time data-left="${secondsLeft}"></time></p>
      <p class="hint">Nothing there? The app asks only while it is open, and only if this user name has an identity.</p>
      ${leave('Cancel')}
      <script src="/look-again.js" defer></script>`,
    html`<noscript><meta http-equiv="refresh" content="2" /></noscript>`,
  );
}

export function insidePage({ userName }: Visit): Html {
  return page(
    'Signed in',
    html`<div class="mark good" aria-hidden="true">✓</div>
      <h1>Signed in as ${userName}</h1>
      <p role="status">Approved on your device. Welcome to the company network, or what would be one.</p>
      ${leave('Sign out')}`,
  );
}

const overs = {
  refused: {
    title: 'The sign-in was refused',
    advice: 'It was refused in the app, or another number was chosen there. Nobody is signed in.',
  },
  expired: {
    title: 'Nobody answered',
    advice: 'The time for it is over, and nobody is signed in. Open the app, then try again.',
  },
} as const;

export function overPage({ userName }: Visit, how: keyof typeof overs): Html {
  return page(
    overs[how].title,
    html`<div class="mark bad" aria-hidden="true">✕</div>
      <h1>${overs[how].title}</h1>
      <p role="status">${overs[how].advice}</p>
      <form method="post" action="/sign-in">
        <input type="hidden" name="userName" value="${userName}" />
        <button>Try again</button>
      </form>
      ${leave('Another user name')}`,
  );
}

function leave(label: string): Html {
  return html`<form method="post" action="/leave"><button class="quiet">${label}</button></form>`;
}

function page(title: string, body: Html, head: Html | string = ''): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · Demo VPN</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/style.css" />
        ${head}
      </head>
      <body>
        <main>
          <header><img src="/icon.svg" alt="" width="40" height="40" /><b>Demo VPN</b></header>
          ${body}
        </main>
        <footer>A service made up to try Latchkey with. It runs on this machine only.</footer>
      </body>
    </html>`;
}
