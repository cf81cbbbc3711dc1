import type { Locator, Page } from 'playwright-core';
import { password } from '../../embedded/people/cast.ts';
import type { StaffRole } from '../../domain/words.ts';
import type { Stage } from './stage.ts';

const consoleSize = { width: 1440, height: 900 };
/** Not signed in yet; then what needs the password once more, a second person or a warning read. */
const refused = /status of 4(01|03|09|22)/;

/** Somebody new of the staff, signed in to the console. */
export async function desk(stage: Stage, name: string, role: StaffRole): Promise<Page> {
  const { cast, urls } = stage;
  const email = `${name.toLowerCase()}-${cast.mark}@desk.example`;
  await cast.founding.staff({ name: `${name} ${role}`, email, role }, password);
  const page = await stage.visit(urls.console, { size: consoleSize, expected: [refused] });
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  return page;
}

export async function openAccount(page: Page, accountId: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/accounts/${accountId}/show`);
  await page.getByRole('heading', { name: /^Restore function/ }).waitFor();
}

/** What every deed for a caller asks. */
export async function tellFacts(dialog: Locator, reason: string): Promise<void> {
  await dialog.getByRole('radio', { name: 'Call-back on the number on file' }).check();
  await dialog.getByLabel('What exactly you did').fill('Called back on the number on file, 14:05');
  await dialog.getByLabel('Reason').fill(reason);
}

/** The password once more, over whatever is open. */
export async function confirmWhoIAm(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await dialog.getByLabel('Your password').fill(password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
