import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { newApp, newPasscode, restorable, startedRestore } from '../../embedded/people/identity.ts';
import { picture } from './album.ts';
import { confirmWhoIAm, desk, openAccount, tellFacts } from './desk-steps.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** The buttons of the account's restore code. */
async function chooseWay(page: Page, label: string) {
  await page.getByRole('group', { name: 'Restore code for its owner' }).getByRole('button', { name: label }).click();
  return page.getByRole('dialog', { name: new RegExp(`^${label}: restore code`) });
}

async function setNeedsSecondPerson(page: Page, needs: boolean, album?: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Restoration' }).click();
  await page.getByRole('switch', { name: 'Handing out a code needs two people' }).setChecked(needs);
  await page.getByRole('button', { name: 'Review and save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the restoration policy' });
  await dialog.getByLabel('Reason').fill('Two people are not always at the desk');
  if (album !== undefined) await picture(page, album);
  await dialog.getByRole('button', { name: 'Put it into effect' }).click();
}

test('an administrator changes the policy after the password once more; a wrong one changes nothing', async () => {
  const page = await desk(stage, 'Ada', 'administrator');
  const version = page.getByTestId('policy-version');
  await page.getByRole('menuitem', { name: 'Restoration' }).click();
  await version.waitFor();
  await picture(page, 'console-restoration');
  await setNeedsSecondPerson(page, false, 'console-policy-change');
  const stepUp = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await stepUp.waitFor();
  await picture(page, 'console-step-up');
  await stepUp.getByLabel('Your password').fill('not her password');
  await stepUp.getByRole('button', { name: 'Confirm' }).click();
  await stepUp.getByText('That password is not right').waitFor();
  await confirmWhoIAm(page);
  await page.getByTestId('policy-changed').waitFor();
  await picture(page, 'console-policy-changed');
  const policy = await stage.cast.administrator.ask(adminRoutes.showRestorationPolicy, {});
  expect(policy).toMatchObject({ needsSecondPerson: false, changedBy: 'Ada administrator' });
  await setNeedsSecondPerson(page, true);
  await expect
    .poll(async () => (await stage.cast.administrator.ask(adminRoutes.showRestorationPolicy, {})).needsSecondPerson)
    .toBe(true);
});

test('a restore code is read out on the phone once a second supervisor has approved it; its owner is told', async () => {
  const { cast } = stage;
  const kim = await restorable(cast, 'kim');
  const sue = await desk(stage, 'Sue', 'supervisor');
  await openAccount(sue, kim.accountId);
  await picture(sue, 'console-identity');
  const asking = await chooseWay(sue, 'Read on the phone');
  await tellFacts(asking, 'Kim has lost the note with the code');
  await asking.getByRole('button', { name: 'Show the code' }).click();
  await confirmWhoIAm(sue);
  await asking.getByTestId('approval-required').waitFor();
  await picture(sue, 'console-approval-required');
  await asking.getByRole('button', { name: 'Ask for approval' }).click();
  await sue.getByTestId('approval-asked').waitFor();
  await sue.getByRole('button', { name: 'Done' }).click();
  expect(await sue.getByRole('button', { name: 'Use it' }).count()).toBe(0);

  const sal = await desk(stage, 'Sal', 'supervisor');
  await sal.getByRole('menuitem', { name: /Approvals/ }).click();
  const card = sal.getByRole('list', { name: 'Approvals' }).getByRole('listitem').filter({ hasText: kim.userName });
  await card.waitFor();
  await picture(sal, 'console-approvals');
  await card.getByRole('button', { name: 'Approve' }).click();
  await sal.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await confirmWhoIAm(sal);
  await card.getByText('Approved').waitFor();

  await sue.getByRole('button', { name: 'Use it' }).click();
  const using = sue.getByRole('dialog', { name: /^Read on the phone/ });
  await using.getByRole('button', { name: 'Show the code' }).click();
  const shown = sue.getByTestId('handed-out');
  await shown.getByText('as in').first().waitFor();
  await picture(sue, 'console-read-on-the-phone');
  const read = (await shown.getByTestId('restore-code').textContent()) ?? '';
  expect(read.length).toBeGreaterThan(50);
  await shown.getByRole('button', { name: 'Done' }).click();
  await sue.getByRole('button', { name: 'Use it' }).waitFor({ state: 'hidden' });
  await cast.mailbox.newest(kim.email, 'restore-code-handed-out');
});

test('where one supervisor is enough, the code is copied, printed as a letter and sent by e-mail, and it restores the ID', async () => {
  const { cast } = stage;
  const lea = await restorable(cast, 'lea');
  const admin = await desk(stage, 'Abe', 'administrator');
  await setNeedsSecondPerson(admin, false);
  await confirmWhoIAm(admin);
  await admin.getByTestId('policy-changed').waitFor();

  const page = await desk(stage, 'Sid', 'supervisor');
  await openAccount(page, lea.accountId);
  const copying = await chooseWay(page, 'Copy');
  await tellFacts(copying, 'Lea has lost the note with the code');
  await copying.getByRole('button', { name: 'Show the code' }).click();
  await confirmWhoIAm(page);
  const shown = page.getByTestId('handed-out');
  expect(await shown.getByTestId('restore-code').textContent()).toBe(lea.restoreCode);
  await picture(page, 'console-copy');
  await shown.getByRole('button', { name: 'Done' }).click();

  const printing = await chooseWay(page, 'Print');
  await tellFacts(printing, 'Lea asks for a letter');
  await printing.getByRole('button', { name: 'Make the letter' }).click();
  await shown.getByTestId('letter').waitFor();
  await picture(page, 'console-print');
  await page.emulateMedia({ media: 'print' });
  await page.locator('.print-sheet').getByText(lea.restoreCode).waitFor();
  await picture(page, 'console-letter');
  await page.emulateMedia({ media: 'screen' });
  await shown.getByRole('button', { name: 'Done' }).click();

  const sending = await chooseWay(page, 'Send by e-mail');
  await tellFacts(sending, 'Lea asks for it by mail');
  await sending.getByRole('button', { name: 'Send the code' }).click();
  await shown.getByTestId('code-mailed').waitFor();
  expect(await shown.getByText(lea.restoreCode).count()).toBe(0);
  await picture(page, 'console-code-mailed');
  const mail = await cast.mailbox.newest(lea.email, 'restore-code');
  const restoreCode = /(?:[0-9A-Z]{4}-){4}[0-9A-Z]/.exec(mail.text)?.[0] ?? '';
  const { app, recovery, mailCode } = await startedRestore(cast, { ...lea, restoreCode });
  await app.enterMailCode(recovery.id, mailCode);
  expect((await app.restoring.finish(newPasscode)).isHere).toBe(true);
});

test('a supervisor unpairs a device, the last one after a warning, and disables restoration: the code is void', async () => {
  const { cast } = stage;
  const moe = await restorable(cast, 'moe');
  const page = await desk(stage, 'Sol', 'supervisor');
  await openAccount(page, moe.accountId);
  await page.getByRole('button', { name: 'Disable restoration' }).click();
  const disabling = page.getByRole('dialog', { name: /^Disable restoration/ });
  await tellFacts(disabling, 'Moe fears that somebody has the code');
  await picture(page, 'console-disable-restoration');
  await disabling.getByRole('button', { name: 'Disable restoration' }).click();
  await page.getByText('No restore code is kept').waitFor();
  const app = newApp(cast);
  await app.restoring.start(moe.userName, 'restore', 'iPhone12,3');
  await expect(app.restoring.enterRestoreCode(moe.restoreCode)).rejects.toThrow();

  await page.getByRole('button', { name: /^Unpair samsung SM-G970F/ }).click();
  const unpairing = page.getByRole('dialog', { name: /^Unpair/ });
  await tellFacts(unpairing, 'Moe has left the phone on a train');
  await unpairing.getByRole('button', { name: 'Unpair' }).click();
  await unpairing.getByTestId('last-device').waitFor();
  await picture(page, 'console-last-device');
  await unpairing.getByRole('button', { name: 'Unpair the last device' }).click();
  await page.getByRole('heading', { name: 'On no device' }).waitFor();
  await picture(page, 'console-unpaired');
  expect((await moe.phone.sync()).departed.map(({ reason }) => reason)).toEqual(['unpaired']);
});
