import { expect, test } from 'vitest';
import { newPasscode } from '../../embedded/people/identity.ts';
import { picture } from './album.ts';
import * as app from './app-steps.ts';
import * as id from './identity-steps.ts';
import { otherThan, wrongCodes } from './people.ts';
import { useStage } from './stage.ts';
import { phoneSize } from './visit.ts';

const stage = useStage();

/** The browser itself notes each answer that is a refusal. */
const refused = /status of 4(09|22)/;
const toMyOwn = 'Restore my ID';
const toBoth = 'Use my ID here as well';

test('a lost phone: the ID comes back on a new one by user name, restore code, mailed code and passcode; the lost one is told and emptied', async () => {
  const { cast, urls } = stage;
  const eva = await id.restorable(stage, 'Eva');
  const iphone = await stage.visit(urls.device, { size: phoneSize, expected: [refused] });
  await id.askForRestore(iphone, eva.userName, 'iPhone12,3', toMyOwn);
  await picture(iphone, 'app-restore-old-id');
  await iphone.getByRole('button', { name: 'Continue' }).click();
  await iphone.getByRole('heading', { name: 'Enter your restore code' }).waitFor();
  await id.enterRestoreCode(
    iphone,
    eva.restoreCode.replace(/.$/, (sign) => (sign === '0' ? '1' : '0')),
  );
  await iphone.getByTestId('trouble').waitFor();
  expect(await iphone.getByText('5 attempts left').count()).toBe(1);
  await picture(iphone, 'app-mistyped-restore-code');
  await id.enterRestoreCode(iphone, eva.restoreCode.toLowerCase().replaceAll('-', ' '));
  await iphone.getByRole('heading', { name: 'Enter the code' }).waitFor();
  const code = await cast.mailbox.code(eva.email);
  await picture(iphone, 'app-restore-mail-code');
  await id.enterMailCode(iphone, otherThan(code));
  await iphone.getByText('4 attempts left', { exact: true }).waitFor();
  await id.enterMailCode(iphone, code);
  await iphone.getByRole('heading', { name: 'Choose a passcode' }).waitFor();
  await picture(iphone, 'app-restore-passcode');
  expect(await id.hasIdentityKey(eva.phone)).toBe(true);
  await id.choosePasscode(iphone, newPasscode, 'Finish');

  await iphone.getByRole('heading', { name: 'Store your new restore code' }).waitFor();
  await picture(iphone, 'app-must-store-code');
  await id.givePasscode(iphone, 'Show my restore code', newPasscode);
  const next = await id.shownRestoreCode(iphone);
  expect(next).not.toBe(eva.restoreCode);
  await id.keepRestoreCode(iphone, next);
  await id.identityOf(iphone).waitFor();
  await picture(iphone, 'app-restored');

  await app.lookAtIt(eva.phone);
  const departed = eva.phone.getByTestId('departed');
  await departed.waitFor();
  expect(await departed.textContent()).toMatch(/was restored on iPhone12,3 \(ID \d+\)/);
  await eva.phone.getByTestId('identity-elsewhere').waitFor();
  expect(await id.hasIdentityKey(eva.phone)).toBe(false);
  await picture(eva.phone, 'app-restored-elsewhere');
  await id.signsIn(stage, iphone, eva.userName, newPasscode);
  expect(await eva.phone.getByTestId('sign-in-request').count()).toBe(0);
});

test('"Use my ID here as well" leaves the ID on the first device; both sign in, each with its own passcode', async () => {
  const { cast, urls } = stage;
  const max = await id.restorable(stage, 'Max');
  const tablet = await stage.visit(urls.device, { size: phoneSize });
  await tablet.getByRole('link', { name: 'Restore old ID' }).click();
  await tablet.getByRole('radio', { name: toBoth }).check();
  await picture(tablet, 'app-use-here-as-well');
  await tablet.goto(urls.device);
  await id.beginRestore(tablet, max.userName, 'iPad8,9', toBoth);
  await id.enterRestoreCode(tablet, max.restoreCode);
  await tablet.getByRole('heading', { name: 'Enter the code' }).waitFor();
  await id.enterMailCode(tablet, await cast.mailbox.code(max.email));
  await id.choosePasscode(tablet, newPasscode, 'Finish');
  await tablet.getByRole('heading', { name: 'Store your new restore code' }).waitFor();
  await id.givePasscode(tablet, 'Show my restore code', newPasscode);
  await id.keepRestoreCode(tablet, await id.shownRestoreCode(tablet));
  await id.identityOf(tablet).waitFor();

  await id.signsIn(stage, max.phone, max.userName);
  await id.signsIn(stage, tablet, max.userName, newPasscode);
  await id.openEdit(max.phone, 'Devices');
  await expect.poll(() => max.phone.getByTestId('identity-device').count()).toBe(2);
  await picture(max.phone, 'app-two-devices');
});

test('a restore code alone is not enough: five wrong mailed codes end it, and the ID stays', async () => {
  const { cast, urls } = stage;
  const kim = await id.restorable(stage, 'Kim');
  const thief = await stage.visit(urls.device, { size: phoneSize, expected: [refused] });
  await id.beginRestore(thief, kim.userName, 'found phone', toMyOwn);
  await id.enterRestoreCode(thief, kim.restoreCode);
  await thief.getByRole('heading', { name: 'Enter the code' }).waitFor();
  const code = await cast.mailbox.code(kim.email);
  for (const [index, wrong] of wrongCodes(code, 5).entries()) {
    await id.enterMailCode(thief, wrong);
    if (index < 4) await thief.getByText(new RegExp(`^${String(4 - index)} attempts? left$`)).waitFor();
  }
  await thief.getByText('Too many wrong codes').waitFor();
  await picture(thief, 'app-restore-locked');
  await id.signsIn(stage, kim.phone, kim.userName);
});
