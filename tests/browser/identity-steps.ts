import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { serviceRoutes } from '../../contracts/routes/service.ts';
import type { Newcomer } from './people.ts';
import * as app from './app-steps.ts';
import { newcomer } from './people.ts';
import type { Stage } from './stage.ts';
import { phoneSize, type Profile } from './visit.ts';
import { askAsService, passcode, startSignIn } from '../../embedded/people/identity.ts';

export interface IdentityHolder extends Newcomer {
  /** The device that has the ID. */
  phone: Page;
}

/** Somebody new, signed in to the app, who has created an ID in it. */
export async function identityHolder(
  stage: Stage,
  name: string,
  { model = 'samsung SM-G970F', ...profile }: Profile & { model?: string } = {},
): Promise<IdentityHolder> {
  const person = await newcomer(stage.cast, name);
  const phone = await stage.visit(stage.urls.device, { size: phoneSize, ...profile });
  await app.signIn(phone, person.email, model);
  await phone.getByRole('link', { name: 'Create ID' }).click();
  await choosePasscode(phone, passcode, 'Create ID');
  await identityOf(phone).waitFor();
  return { ...person, phone };
}

/** With a restore code on paper as well. */
export async function restorable(...asked: Parameters<typeof identityHolder>) {
  const holder = await identityHolder(...asked);
  await openEdit(holder.phone, 'Restoration settings');
  await givePasscode(holder.phone, 'Continue');
  const restoreCode = await shownRestoreCode(holder.phone);
  await keepRestoreCode(holder.phone, restoreCode);
  await holder.phone.getByTestId('restoration-active').waitFor();
  await holder.phone.getByRole('link', { name: 'Back' }).click();
  await identityOf(holder.phone).waitFor();
  return { ...holder, restoreCode };
}

export function identityOf(page: Page): Locator {
  return page.getByTestId('identity');
}

/** "Edit" at the ID, on the first page of the app. */
export async function openEdit(page: Page, entry: 'Restoration settings' | 'Devices'): Promise<void> {
  await identityOf(page).getByRole('button', { name: /^Edit/ }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

export async function choosePasscode(page: Page, chosen: string, label: string): Promise<void> {
  await page.getByRole('textbox', { name: /^New passcode/ }).fill(chosen);
  await page.getByRole('textbox', { name: /^Repeat the passcode/ }).fill(chosen);
  await page.getByRole('button', { name: label }).click();
}

/** Access protection, before a deed. @param label what its button says */
export async function givePasscode(within: Page | Locator, label: string | RegExp, typed = passcode): Promise<void> {
  await within.getByRole('textbox', { name: /^Passcode/ }).fill(typed);
  await within.getByRole('button', { name: label, exact: true }).click();
}

export async function shownRestoreCode(page: Page): Promise<string> {
  const shown = page.getByTestId('restore-code');
  await shown.waitFor();
  return (await shown.textContent()) ?? '';
}

/** The last group, typed from the note. */
export async function keepRestoreCode(page: Page, restoreCode: string): Promise<void> {
  await page.getByRole('button', { name: 'I have stored it' }).click();
  await typeLastGroup(page, restoreCode.slice(15));
}

export async function typeLastGroup(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Last group of your restore code').fill(typed);
  await page.getByRole('button', { name: 'Activate' }).click();
}

/** A service asks: the number, then the passcode. */
export async function approve(page: Page, number: string, typed = passcode): Promise<void> {
  const request = page.getByTestId('sign-in-request');
  await request.getByTestId(`number-${number}`).click();
  await givePasscode(request, 'Approve', typed);
  await request.waitFor({ state: 'hidden' });
}

/** A service asks, and is told yes on this device. */
export async function signsIn({ cast }: Stage, page: Page, userName: string, typed = passcode): Promise<void> {
  // One that another device has decided may still stand there, with the same number among its three.
  await page.getByTestId('sign-in-request').waitFor({ state: 'hidden' });
  const { id, number } = await startSignIn(cast, userName);
  await approve(page, number, typed);
  const { state } = await askAsService(cast, serviceRoutes.showSignIn, { params: { id } });
  expect(state).toBe('approved');
}

/** *Restore old ID*, as far as the field for the restore code. */
export async function beginRestore(page: Page, userName: string, model: string, kind: string): Promise<void> {
  await askForRestore(page, userName, model, kind);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Enter your restore code' }).waitFor();
}

export async function askForRestore(page: Page, userName: string, model: string, kind: string): Promise<void> {
  await page.getByRole('link', { name: 'Restore old ID' }).click();
  await page.getByLabel('ID (user name)').fill(userName);
  await page.getByRole('radio', { name: kind }).check();
  await page.getByLabel('What is this phone called?').fill(model);
}

export async function enterRestoreCode(page: Page, typed: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Restore code' }).fill(typed);
  await page.getByRole('button', { name: 'Continue' }).click();
}

export async function enterMailCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Code from the e-mail' }).fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
}

/** Whether the app still keeps a key of an identity, where it keeps everything. */
export function hasIdentityKey(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('latchkey');
        opening.onerror = () => reject(new Error('the app keeps nothing'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('installation').objectStore('installation').get('this');
          reading.onsuccess = () => {
            opening.result.close();
            resolve((reading.result as { heldIdentity: { key: unknown } | null }).heldIdentity?.key != null);
          };
        };
      }),
  );
}
