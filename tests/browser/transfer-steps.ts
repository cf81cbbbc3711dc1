import type { Locator, Page } from 'playwright-core';
import type { Message } from '../../embedded/people/mailbox.ts';
import * as app from './app-steps.ts';
import { picture } from './album.ts';
import { anotherService, givenToken, newcomer, type Newcomer } from './people.ts';
import type { Stage } from './stage.ts';
import { phoneSize, type Profile } from './visit.ts';

export interface TokenHolder extends Newcomer {
  phone: Page;
  serials: string[];
}

/** Somebody new with a token on a phone, and with one more for each name of a service; unnamed, of the common one. */
export async function tokenHolder(
  stage: Stage,
  name: string,
  { services = [], ...profile }: Profile & { services?: (string | undefined)[] } = {},
): Promise<TokenHolder> {
  const { cast, urls } = stage;
  const person = await newcomer(cast, name);
  const serials = [(await givenToken(cast, person.accountId)).serial];
  for (const service of services)
    serials.push((await givenToken(cast, person.accountId, service && (await anotherService(cast, service)))).serial);
  const phone = await stage.visit(urls.device, { size: phoneSize, ...profile });
  await app.signIn(phone, person.email, 'iPhone 1');
  for (const serial of serials) {
    await phone.getByRole('link', { name: /Add a token/ }).click();
    await app.done(phone.getByTestId('waiting').filter({ hasText: serial }));
    await app.tokenOf(phone, serial).waitFor();
  }
  // Some days later: what the app announced is long read.
  await phone.reload();
  await app.tokenOf(phone, serials[0] ?? '').waitFor();
  return { ...person, phone, serials };
}

/** Info, *Transfer tokens*. */
export async function openTransfer(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Account and device' }).click();
  await phone.getByRole('menuitem', { name: 'Info' }).click();
  await phone.getByRole('link', { name: 'Transfer tokens' }).click();
  await phone.getByRole('heading', { name: 'Transfer tokens' }).waitFor();
}

export async function select(phone: Page, serial: string): Promise<void> {
  await phone.getByTestId('transferable').filter({ hasText: serial }).getByRole('checkbox').check();
}

/** OK, and OK once more under what it means; then the activation is awaited. @param album of the acknowledgement */
export async function acknowledge(phone: Page, album?: string): Promise<void> {
  await phone.getByRole('button', { name: 'OK' }).click();
  const dialog = phone.getByRole('dialog');
  await dialog.getByText('We mail an activation').waitFor();
  if (album !== undefined) await picture(phone, album);
  await dialog.getByRole('button', { name: 'OK' }).click();
  await phone.getByTestId('transfer-waits').waitFor();
}

/** A message as its reader has it open on a screen. */
export async function openMessage(stage: Stage, { id }: Message): Promise<Page> {
  // The outbox lets no script run in a message; the one that watches each page of the tests is kept out as well.
  const profile = { size: { width: 720, height: 900 }, expected: [/Blocked script execution/] };
  return stage.visit(`${stage.urls.outbox}/messages/${encodeURIComponent(id)}`, profile);
}

/** *I have an activation code*, on a phone that belongs to nobody yet. */
export async function activating(stage: Stage, profile: Profile = {}): Promise<Page> {
  const phone = await stage.visit(stage.urls.device, { size: phoneSize, ...profile });
  await phone.getByRole('link', { name: 'I have an activation code' }).click();
  return phone;
}

export async function typeActivation(phone: Page, userName: string, code: string): Promise<void> {
  await phone.getByLabel('User name').fill(userName);
  await phone.getByRole('textbox', { name: 'Activation code' }).fill(code);
  await phone.getByLabel('What is this phone called?').fill('Android 2');
  await phone.getByRole('button', { name: 'Activate' }).click();
}

export async function openPolicy(desk: Page): Promise<void> {
  await desk.getByRole('menuitem', { name: 'Transfer' }).click();
  await desk.getByTestId('setting-isOn').waitFor();
}

export async function turn(desk: Page, name: string, isOn: boolean): Promise<void> {
  await desk.getByRole('switch', { name }).setChecked(isOn);
}

export async function fillAddress(desk: Page, host: string, port: string): Promise<void> {
  await desk.getByTestId('public-host').fill(host);
  await desk.getByTestId('public-port').fill(port);
}

/** *Review and save*, as far as the reason. */
export async function review(desk: Page): Promise<Locator> {
  await desk.getByRole('button', { name: 'Review and save' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Change the transfer policy' });
  await dialog.getByLabel('Reason').fill('Phones are replaced this month');
  return dialog;
}
