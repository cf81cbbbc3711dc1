import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { password, type Person } from '../../embedded/people/cast.ts';
import { picture } from './album.ts';
import { confirmWhoIAm, desk } from './desk-steps.ts';
import { confirmedMigration, startedMigration, wrongCodes } from './people.ts';
import { useStage } from './stage.ts';

const stage = useStage();

const notSignedIn = /status of 401/;
const consoleSize = { width: 1440, height: 900 };

async function staffDesk(email: string): Promise<Page> {
  const page = await stage.visit(stage.urls.console, { size: consoleSize, expected: [notSignedIn] });
  await page.getByLabel('E-mail').waitFor();
  await picture(page, 'console-sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  return page;
}

function agentsDesk(): Promise<Page> {
  return staffDesk(`sam-${stage.cast.mark}@desk.example`);
}

async function choose(page: Page, filter: 'Kind' | 'State', name: string): Promise<void> {
  await page.getByRole('combobox', { name: filter }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

function rowOf(page: Page, kind: string, person: Person) {
  const [userName = ''] = person.email.split('@');
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: `${kind} for ${userName}` }) });
}

test('an agent finds a recovery by search, kind and state, reads its steps, timeline and mails, and cancels it with a reason', async () => {
  const { cast } = stage;
  const ana = await cast.person('ana', 'samsung SM-G970F', 1);
  const ben = await cast.person('ben', 'Google Pixel 8', 1);
  await confirmedMigration(cast, ana);
  await startedMigration(ben);

  const desk = await agentsDesk();
  await rowOf(desk, 'Migration', ana).waitFor();
  await picture(desk, 'console-recoveries');
  await choose(desk, 'Kind', 'Migration');
  await rowOf(desk, 'Enrolment', ana).waitFor({ state: 'hidden' });
  await rowOf(desk, 'Migration', ben).waitFor();
  await choose(desk, 'State', 'Awaiting device');
  await rowOf(desk, 'Migration', ben).waitFor({ state: 'hidden' });
  await desk.getByLabel('Search recoveries').fill(ben.email);
  await desk.getByText('Nothing matches').waitFor();
  await picture(desk, 'console-nothing-matches');
  await desk.getByLabel('Search recoveries').fill(ana.email);
  await rowOf(desk, 'Migration', ana).getByRole('link').click();

  const timeline = desk.getByRole('list', { name: 'Timeline' });
  await timeline.getByText('Code accepted').waitFor();
  await desk.getByRole('table', { name: 'Mails' }).getByText('Code by e-mail').waitFor();
  expect(await desk.locator('[data-standing="done"]').count()).toBe(2);
  const actions = desk.getByTestId('actions');
  expect(await actions.getByRole('button').allTextContents()).toEqual(['Extend', 'Cancel recovery']);
  await picture(desk, 'console-recovery');
  await actions.getByRole('button', { name: 'Cancel recovery' }).click();
  const dialog = desk.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Cancel recovery' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('Ana rang: she keeps her old phone');
  await picture(desk, 'console-cancel');
  await dialog.getByRole('button', { name: 'Cancel recovery' }).click();
  await timeline.getByText('Ana rang: she keeps her old phone').waitFor();
  await expect.poll(() => desk.getByTestId('state').textContent()).toBe('Cancelled');
  expect(await actions.getByRole('button').count()).toBe(0);
  await picture(desk, 'console-cancelled');
});

test('a recovery that five wrong codes have closed stands in "Needs attention" under its cause', async () => {
  const { cast } = stage;
  const cleo = await cast.person('cleo', 'iPhone12,3', 1);
  const { id } = await startedMigration(cleo);
  const code = await cast.mailbox.code(cleo.email);
  // Each another one: the same wrong code again is the same request, and counts once.
  for (const wrong of wrongCodes(code, 5)) {
    const answer = cleo.portal.ask(portalRoutes.enterMailCode, { params: { id }, body: { code: wrong } });
    await expect(answer).rejects.toThrow();
  }

  const desk = await agentsDesk();
  await desk.getByRole('menuitem', { name: /Needs attention/ }).click();
  await desk.getByRole('tab', { name: 'Locked' }).click();
  const row = rowOf(desk, 'Migration', cleo);
  await row.getByText('Too many wrong codes were entered').waitFor();
  await picture(desk, 'console-attention');
  await row.getByRole('link').click();
  await desk.getByTestId('trouble').getByText('Locked').waitFor();
  expect(await desk.getByRole('list', { name: 'Timeline' }).getByText('Wrong code').count()).toBe(5);
  await picture(desk, 'console-locked');
});

test('an auditor reads who did what and finds the chain intact, and is offered no deed', async () => {
  const { cast } = stage;
  const email = `audrey-${cast.mark}@desk.example`;
  await cast.founding.staff({ name: 'Audrey Auditor', email, role: 'auditor' }, password);
  const dan = await cast.person('dan', 'iPhone12,3', 1);
  await startedMigration(dan);

  const desk = await staffDesk(email);
  await rowOf(desk, 'Migration', dan).getByRole('link').click();
  await desk.getByRole('list', { name: 'Timeline' }).waitFor();
  expect(await desk.getByTestId('actions').getByRole('button').count()).toBe(0);
  await desk.getByRole('menuitem', { name: 'Audit' }).click();
  await desk.getByRole('table', { name: 'Audit records' }).waitFor();
  await picture(desk, 'console-audit');
  await desk.getByRole('button', { name: 'Verify chain' }).click();
  await desk.getByTestId('verdict').getByText('The chain is intact').waitFor();
  await picture(desk, 'console-verified');
});

test('an administrator disables somebody of the staff with a reason and the password once more, and enables them again', async () => {
  const { cast } = stage;
  const rob = await desk(stage, 'Rob', 'agent');
  const page = await desk(stage, 'Ada', 'administrator');
  await page.getByRole('menuitem', { name: 'Staff' }).click();
  const row = (email: string) => page.getByRole('row').filter({ hasText: `${email}-${cast.mark}@` });
  await row('rob').getByText('Active').waitFor();
  expect(await row('ada').getByRole('button').count()).toBe(0);
  await picture(page, 'console-staff');
  await row('rob').getByRole('button', { name: 'Disable' }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable Rob agent' });
  expect(await dialog.getByRole('button', { name: 'Disable' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('Left the company');
  await picture(page, 'console-disable-staff');
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await confirmWhoIAm(page);
  await row('rob').getByText('Disabled').waitFor();
  await picture(page, 'console-disabled-staff');

  await rob.getByRole('menuitem', { name: 'Accounts' }).click();
  await rob.getByLabel('Password').waitFor();

  await row('rob').getByRole('button', { name: 'Enable' }).click();
  const again = page.getByRole('dialog', { name: 'Enable Rob agent' });
  await again.getByLabel('Reason').fill('Back again');
  await again.getByRole('button', { name: 'Enable' }).click();
  await row('rob').getByText('Active').waitFor();
});
