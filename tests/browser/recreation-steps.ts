import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { securityQuestions, type QuestionId } from '../../domain/security-questions.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { password, type Person } from '../../embedded/people/cast.ts';
import { answers, askedQuestions } from '../../embedded/people/recreation.ts';
import { picture } from './album.ts';
import type { Stage } from './stage.ts';
import { phoneSize } from './visit.ts';

export const pin = '482913';

/** Settings in the upper right corner, Manage my account: the second factor is asked for. */
export async function manageAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Manage my account' }).click();
  await page.getByRole('heading', { name: 'Show that it is you' }).waitFor();
}

export async function showThatItIsMe(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code of the token').fill(code);
  await next(page);
  await page.getByRole('heading', { name: 'Security questions' }).waitFor();
}

/** *Manage my account*, five answers, of which one would have been guessed. */
export async function setQuestions(page: Page, code: string, userName: string): Promise<void> {
  await manageAccount(page);
  await picture(page, 'portal-second-factor');
  await showThatItIsMe(page, code);
  const answered = await fillAnswers(page);
  expect(answered.length).toBe(5);
  await questionOf(page, 'neighbour').fill(userName);
  await page.getByRole('button', { name: 'Save answers' }).click();
  await page.getByText('Not accepted').waitFor();
  await picture(page, 'portal-questions-refused');
  await questionOf(page, 'neighbour').fill('');
  await page.getByRole('button', { name: 'Save answers' }).click();
  await page.getByText('Your answers are set').waitFor();
  await picture(page, 'portal-questions-set');
}

export function questionOf(page: Page, id: QuestionId): Locator {
  return page.getByLabel(securityQuestions[id]);
}

/** Answers whichever questions of the cast the page asks. @returns their ids */
export async function fillAnswers(page: Page, say = (answer: string) => answer): Promise<QuestionId[]> {
  const asked: QuestionId[] = [];
  for (const [id, answer] of Object.entries(answers) as [QuestionId, string][]) {
    if ((await questionOf(page, id).count()) === 0) continue;
    await questionOf(page, id).fill(say(answer));
    asked.push(id);
  }
  return asked;
}

export async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
}

/** *I have misplaced my token*, as far as the self-administration sign-in. */
export async function misplace(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'I have misplaced my token' }).click();
  await page.getByRole('heading', { name: 'Self-administration' }).waitFor();
}

/** Name and password once more. @returns the recovery that is open then */
export async function signInOnceMore(page: Page, userName: string): Promise<string> {
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await next(page);
  await page.waitForURL(/\/recoveries\/rec_/);
  return page.url().split('/').pop() ?? '';
}

export async function enterMailedCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from the e-mail').fill(code);
  await page.getByRole('button', { name: 'CONFIRM' }).click();
}

/** *Self-administration actions*: the wish that has such words, as far as the question. */
export async function wish(page: Page, words: RegExp): Promise<Locator> {
  await page.getByRole('heading', { name: 'Self-administration actions' }).waitFor();
  await page.getByRole('radio', { name: words }).check();
  await next(page);
  return page.getByRole('alertdialog', { name: 'Are you sure?' });
}

export interface Shown {
  serial: string;
  code: string;
}

/** What the page shows for the app. @param former to wait until it shows another one */
export async function shownIdentity(page: Page, former?: Shown): Promise<Shown> {
  const serial = page.getByTestId('serial');
  await expect.poll(() => serial.textContent(), { timeout: 60_000 }).not.toBe(former?.serial);
  const code = await page.getByTestId('activation-code').textContent();
  return { serial: (await serial.textContent()) ?? '', code: code ?? '' };
}

export async function enterRegistration(page: Page, code: string): Promise<void> {
  await page.getByLabel('Registration code').fill(code);
  await next(page);
}

export async function enterFirstCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('First code of the app').fill(code);
  await page.getByRole('button', { name: 'OK' }).click();
}

/** The last steps, with an app on paper. */
export async function finish(page: Page, app: { registration: string; code: () => string }): Promise<void> {
  await next(page);
  await enterRegistration(page, app.registration);
  await enterFirstCode(page, app.code());
  await page.getByRole('heading', { name: 'Your new token is ready' }).waitFor();
}

/** Whoever waits in the support queue, on the desk of somebody of the staff. */
export function waitingIn(desk: Page, userName: string): Locator {
  const queue = desk.getByRole('table', { name: 'Support queue' });
  return queue.getByRole('link', { name: `Recreation for ${userName}` });
}

/** A browser fetches the picture of a tab by itself, past whatever the page has kept. */
const tabPicture = /\/icon\.svg/;

/** Somebody waits for support, whose promise was over two hours ago, and a verification is as old. */
export async function verifiedHoursAgo({ cast }: Stage, person: Person): Promise<void> {
  const { recovery } = await askedQuestions(cast, person);
  const params = { id: recovery };
  await person.portal.ask(portalRoutes.askSupport, { params });
  const callerCheck = { how: 'call-back' as const, note: 'Called back on the number on file, 14:05' };
  await cast.agent.ask(adminRoutes.verifyCaller, { params, body: { callerCheck } });
  const then = new Date(Date.now() - 2 * 3_600_000);
  const $set = { 'recreation.support.respondBy': then, 'recreation.support.verification.at': then };
  await cast.founding.database.recoveries.updateOne({ _id: recovery }, { $set });
}

export async function verifyAgain(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: 'Verify again' }).click();
  const record = desk.getByRole('dialog');
  await record.getByRole('radio', { name: 'Call-back on the number on file' }).check();
  await record.getByLabel('What exactly you did').fill('Called back once more, 16:20');
  await record.getByRole('button', { name: 'Record it' }).click();
  await desk.getByText('Good until').waitFor();
}

/** An app that was opened once, on a phone that has no network from then on. @returns what it asked of the network all the same */
export async function withoutNetwork(stage: Stage): Promise<{ phone: Page; asked: string[] }> {
  const phone = await stage.visit(stage.urls.device, { size: phoneSize, expected: [tabPicture] });
  await phone.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await phone.context().setOffline(true);
  const asked: string[] = [];
  const note = (url: string) => {
    if (url.startsWith('http') && !tabPicture.test(url)) asked.push(url);
  };
  phone.context().on('requestfailed', (request) => note(request.url()));
  phone.context().on('response', (response) => {
    if (!response.fromServiceWorker()) note(response.url());
  });
  return { phone, asked };
}

export async function saveByHand(phone: Page, { serial, code }: Shown): Promise<void> {
  await phone.getByLabel('Serial number').fill(serial);
  await phone.getByLabel('Activation code').fill(code);
  await phone.getByRole('button', { name: 'Save' }).click();
}

/** @returns the registration code */
export async function choosePin(phone: Page): Promise<string> {
  await phone.getByRole('textbox', { name: 'New PIN' }).fill(pin);
  await phone.getByRole('textbox', { name: 'Repeat the PIN' }).fill(pin);
  await phone.getByRole('button', { name: 'Continue' }).click();
  return registrationCode(phone);
}

export async function registrationCode(phone: Page): Promise<string> {
  const shown = phone.getByTestId('registration-code');
  await shown.waitFor();
  return (await shown.getAttribute('data-code')) ?? '';
}

export async function unlock(phone: Page): Promise<void> {
  const dialog = phone.getByTestId('passcode-dialog');
  await dialog.getByRole('textbox', { name: 'PIN' }).fill(pin);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The code that the app shows. @param former is not it: its reader waits for the next one */
export async function codeIn(card: Locator, former: string[] = []): Promise<string> {
  const code = card.locator('[data-otp]');
  await expect
    .poll(() => code.getAttribute('data-otp'), { timeout: 60_000 })
    .toSatisfy((otp: string | null) => otp !== null && !former.includes(otp));
  return (await code.getAttribute('data-otp')) ?? '';
}

/** Step 16's warning, not heeded. */
export async function discardTooEarly(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Done' }).click();
  const dialog = phone.getByTestId('done-dialog');
  await dialog.getByText('Has the portal said that your token is active?').waitFor();
  await picture(phone, 'app-early-done');
  await dialog.getByRole('button', { name: 'Leave without it' }).click();
  await dialog.getByText('Discard the registration code?').waitFor();
  await picture(phone, 'app-discard');
  await dialog.getByRole('button', { name: 'Discard it' }).click();
  await phone.getByText('The registration code was discarded').waitFor();
  expect(await phone.getByTestId('registration-code').count()).toBe(0);
}
