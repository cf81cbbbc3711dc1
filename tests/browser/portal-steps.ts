import type { Locator, Page } from 'playwright-core';
import { maskedSerial } from '../../domain/mask.ts';
import { password } from '../../embedded/people/cast.ts';

export async function signIn(page: Page, email: string, typed = password): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** From the sign-in page to the list of tokens. */
export async function openTokens(page: Page, email: string): Promise<void> {
  await signIn(page, email);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Strong Authentication' }).click();
  await page.getByRole('heading', { name: 'Strong Authentication' }).waitFor();
}

export function rowOf(page: Page, serial: string): Locator {
  return page.getByRole('article', { name: maskedSerial(serial) });
}

/** Chooses in one of the two lists above the tokens. */
export async function choose(page: Page, filter: 'Device' | 'Service', name: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: filter }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
}

/** The dialog MIGRATE, as far as the field for the code. */
export async function askForCode(page: Page, serial: string): Promise<Locator> {
  await rowOf(page, serial).getByRole('button', { name: 'MIGRATE' }).click();
  const dialog = page.getByRole('dialog', { name: 'MIGRATE' });
  await dialog.getByRole('button', { name: 'Send OTP by e-mail' }).click();
  await dialog.getByLabel('Code from the e-mail').waitFor();
  return dialog;
}

export async function confirm(dialog: Locator, code: string): Promise<void> {
  await dialog.getByLabel('Code from the e-mail').fill(code);
  await dialog.getByRole('button', { name: 'CONFIRM' }).click();
}

export function qrOf(row: Locator): Locator {
  return row.getByRole('img', { name: 'QR code that opens the app' });
}
