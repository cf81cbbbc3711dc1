import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';

export interface Profile {
  size?: { width: number; height: number };
  /** What the browser may write to its console because the test brings it about, such as a refusal; anything else fails the test. */
  expected?: RegExp[];
  /** What its owner has allowed the page, such as the camera. */
  permissions?: string[];
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

export const phoneSize = { width: 390, height: 844 };
export const deskSize = { width: 1280, height: 900 };

/** Of the pictures: a page is laid out alike at each. */
const deviceScaleFactor = Number(process.env['LATCHKEY_SCREENSHOT_SCALE'] ?? 1);

/** Two busy cores: a page may be slow without being wrong. */
const patienceMs = 60_000;

/** @returns a page of a browser profile of its own, and what it complains about */
export async function visitWith(browser: Browser, profile: Profile): Promise<Visit> {
  const { size = deskSize, expected = [], permissions = [] } = profile;
  const place = { locale: 'en-GB', timezoneId: 'Europe/Rome' };
  const context = await browser.newContext({ viewport: size, deviceScaleFactor, permissions, ...place });
  context.setDefaultTimeout(patienceMs);
  const complaints: string[] = [];
  const note = (complaint: string) => {
    if (!expected.some((pattern) => pattern.test(complaint))) complaints.push(complaint);
  };
  context.on('weberror', (failure) => {
    note(`uncaught: ${String(failure.error())}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(spell(message));
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`content security policy: ${effectiveDirective} kept ${blockedURI} out`);
    });
  });
  return { page: await context.newPage(), context, complaints };
}

function spell(message: ConsoleMessage): string {
  return `${message.type()}: ${message.text()} (${message.location().url})`;
}
