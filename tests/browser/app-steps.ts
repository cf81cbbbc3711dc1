import type { Locator, Page } from 'playwright-core';
import { password } from '../../embedded/people/cast.ts';

/** From the start screen to its end. */
export async function signIn(page: Page, email: string, model: string): Promise<void> {
  await openSignIn(page);
  await fillSignIn(page, email, model);
}

export async function openSignIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

export async function fillSignIn(page: Page, email: string, model: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: /^Password/ }).fill(password);
  await page.getByLabel('What is this phone called?').fill(model);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Asked by an app without tokens whose account has some elsewhere. */
export async function sayItIsNew(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Is this one of your devices?' }).waitFor();
  await page.getByRole('button', { name: 'None of these: this is a new device' }).click();
}

/** "+" in the upper right corner. @returns what waits */
export async function openPlus(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: /Add a token/ }).click();
  const waiting = page.getByTestId('waiting');
  await waiting.waitFor();
  return waiting;
}

export async function done(waiting: Locator): Promise<void> {
  await waiting.getByRole('button', { name: /^Done/ }).click();
}

export function tokenOf(page: Page, serial: string): Locator {
  return page.locator(`[data-testid="token"][data-serial="${serial}"]`);
}

/** The code that the app shows, as soon as it shows one that was not used yet. */
export async function shownCode(page: Page, serial: string): Promise<string> {
  const token = tokenOf(page, serial);
  const code = token.locator('[data-otp]');
  await code.waitFor();
  await token.getByTestId('spent').waitFor({ state: 'hidden' });
  const otp = await code.getAttribute('data-otp');
  if (otp === null) throw new Error('the app shows no code');
  return otp;
}

/** What happens when its user looks at the app again. */
export async function lookAtIt(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

/** Deletes what the app keeps, as removing and installing it again does, and opens it. */
export async function reinstall(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const devtools = await page.context().newCDPSession(page);
  await page.goto('about:blank');
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devtools.detach();
  await page.goto(origin);
}
