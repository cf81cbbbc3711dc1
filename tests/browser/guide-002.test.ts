import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { activationIn, setTransfers } from '../../embedded/people/transfer.ts';
import { maskedSerial } from '../../domain/mask.ts';
import { picture } from './album.ts';
import * as app from './app-steps.ts';
import { confirmWhoIAm, desk } from './desk-steps.ts';
import { linkTo } from './people.ts';
import * as portal from './portal-steps.ts';
import { useStage } from './stage.ts';
import * as transfer from './transfer-steps.ts';

const stage = useStage();

const ownAddress = '127.0.0.1';

/** The browser itself notes each answer that is a refusal. */
const notSignedIn = /status of 401/;
const spent = /status of 410/;
const switchedOff = /status of 409/;

test('the app names what is missing until the administrator has switched transfers on, with an address that answers', async () => {
  const { cast, urls } = stage;
  const ivo = await transfer.tokenHolder(stage, 'Ivo');
  await transfer.openTransfer(ivo.phone);
  const gaps = ivo.phone.getByTestId('transfer-gap');
  await gaps.first().waitFor();
  await picture(ivo.phone, 'app-transfer-gaps');
  expect(await gaps.evaluateAll((all) => all.map((gap) => (gap as HTMLElement).dataset['gap']))).toEqual([
    'transfer-off',
    'no-public-address',
  ]);

  const admin = await desk(stage, 'Ada', 'administrator');
  await transfer.openPolicy(admin);
  await admin.getByTestId('missing-transfer-off').waitFor();
  await picture(admin, 'console-transfer');
  await transfer.turn(admin, 'Tokens can be transferred', true);
  await transfer.fillAddress(admin, 'localhost', '9');
  const dialog = await transfer.review(admin);
  await dialog.getByRole('button', { name: 'Put it into effect' }).click();
  await confirmWhoIAm(admin);
  await dialog.getByTestId('problem').waitFor();
  await picture(admin, 'console-transfer-wrong-address');
  expect(await dialog.getByTestId('problem').textContent()).toContain('address');
  await dialog.getByRole('button', { name: 'Back' }).click();
  await ivo.phone.getByRole('button', { name: 'Look again' }).click();
  await ivo.phone.locator('[data-gap="no-public-address"]').waitFor();

  const { hostname, port } = new URL(urls.device);
  await transfer.fillAddress(admin, hostname, port);
  await transfer.review(admin);
  await picture(admin, 'console-transfer-change');
  await dialog.getByRole('button', { name: 'Put it into effect' }).click();
  await admin.getByTestId('policy-changed').waitFor();
  await admin.getByTestId('transfer-ready').waitFor();
  await picture(admin, 'console-transfer-ready');
  await ivo.phone.getByRole('button', { name: 'Look again' }).click();
  await ivo.phone.getByTestId('transferable').waitFor();
  expect(await cast.founding.database.policies.countDocuments({ 'transfer.isOn': true })).toBe(1);
});

/** Who the new phone is, as its Info says. */
async function modelOf(phone: Page): Promise<string> {
  const { database } = stage.cast.founding;
  await phone.getByRole('button', { name: 'Account and device' }).click();
  const said = (await phone.getByTestId('account').textContent()) ?? '';
  await phone.keyboard.press('Escape');
  const [, shortId = ''] = /ID (\d+)/.exec(said) ?? [];
  return (await database.devices.findOne({ shortId }))?.model ?? '';
}

/** What support and auditors see of it. */
async function lookFromTheDesk(userName: string, recoveryId: string, toModel: string): Promise<void> {
  const auditor = await desk(stage, 'Aud', 'auditor');
  await auditor.getByLabel('Search recoveries').fill(userName);
  const others = auditor.getByRole('link', { name: new RegExp(` for (?!${userName}$)`) });
  await expect.poll(() => others.count()).toBe(0);
  await auditor.getByRole('link', { name: `Transfer for ${userName}` }).click();
  await auditor.getByText('Asked from').waitFor();
  await expect.poll(() => auditor.getByTestId('state').textContent()).toBe('Completed');
  const timeline = auditor.getByRole('list', { name: 'Timeline' });
  expect(await timeline.getByText(ownAddress).count()).toBeGreaterThanOrEqual(3);
  await auditor.getByText(toModel).first().waitFor();
  await picture(auditor, 'console-transfer-recovery');
  await auditor.getByRole('menuitem', { name: 'Audit' }).click();
  await auditor.getByLabel('Object id').fill(recoveryId);
  const opened = auditor.getByRole('row').filter({ hasText: 'recovery.opened' });
  await expect.poll(() => opened.count()).toBe(1);
  await opened.getByText(ownAddress).waitFor();
  await auditor.getByRole('row').filter({ hasText: 'recovery.moved' }).waitFor();
  await picture(auditor, 'console-transfer-audit');
}

test('two of three tokens move as guide 002 tells: selected on the old phone, mailed, filmed by the camera of the new one, Done', async () => {
  const { cast, urls, camera } = stage;
  await setTransfers(cast);
  const ana = await transfer.tokenHolder(stage, 'Ana', { services: ['Company VPN', undefined] });
  const [signing = '', vpn = '', left = ''] = ana.serials;
  await transfer.openTransfer(ana.phone);
  await transfer.select(ana.phone, signing);
  await transfer.select(ana.phone, vpn);
  await picture(ana.phone, 'app-transfer-select');
  await transfer.acknowledge(ana.phone, 'app-transfer-acknowledge');
  await picture(ana.phone, 'app-transfer-waits');

  const mail = await cast.mailbox.newest(ana.email, 'transfer-activation');
  const [recoveryId = ''] = mail.id.split('/');
  const { qr, code } = activationIn(mail);
  expect(new URL(qr).origin).toBe(new URL(urls.device).origin);
  const message = await transfer.openMessage(stage, mail);
  await message.getByText(code).waitFor();
  await picture(message, 'mail-transfer-activation');
  await message.locator('[data-qr]').scrollIntoViewIfNeeded();
  await camera.pointAt(message);

  const android = await transfer.activating(stage, { permissions: ['camera'] });
  const ready = android.getByTestId('activated');
  await ready.waitFor();
  expect(await ready.textContent()).toContain(maskedSerial(vpn));
  expect(await ready.textContent()).not.toContain(maskedSerial(left));
  await picture(android, 'app-transfer-ready');
  await ana.phone.getByText('Your new device has activated the transfer').waitFor();
  await ana.phone.getByRole('link', { name: 'Back' }).click();
  await ana.phone.getByRole('link', { name: 'Back' }).click();
  const former = await app.shownCode(ana.phone, signing);
  await transfer.openTransfer(ana.phone);
  await android.getByRole('button', { name: 'Done' }).click();
  await android.getByTestId('arrived').first().waitFor();
  expect(await android.getByTestId('arrived').count()).toBe(2);
  expect(await cast.isAccepted(signing, former)).toBe(false);
  await picture(android, 'app-transfer-arrived');
  await android.getByRole('button', { name: 'Close' }).click();
  await app.shownCode(android, vpn);
  expect(await cast.isAccepted(signing, await app.shownCode(android, signing))).toBe(true);

  const model = await modelOf(android);
  await ana.phone.getByTestId('transfer-ended').getByText(`2 tokens moved to ${model}`).waitFor();
  await picture(ana.phone, 'app-transfer-ended');
  await ana.phone.getByRole('link', { name: 'Close' }).click();
  await ana.phone.getByTestId('departed').first().getByText(`moved to ${model}`).waitFor();
  expect(await ana.phone.getByTestId('departed').count()).toBe(2);
  expect(await ana.phone.getByTestId('token').count()).toBe(1);
  expect(await cast.isAccepted(left, await app.shownCode(ana.phone, left))).toBe(true);
  await picture(ana.phone, 'app-transfer-departed');

  const home = await stage.visit(urls.portal, { expected: [notSignedIn] });
  await portal.openTokens(home, ana.email);
  for (const serial of [signing, vpn]) await portal.rowOf(home, serial).getByText(`SMARTPHONE: ${model}`).waitFor();
  await portal.rowOf(home, left).getByText('SMARTPHONE: iPhone 1').waitFor();
  await picture(home, 'portal-transferred');
  await lookFromTheDesk(ana.userName, recoveryId, model);
});

test('under a strict policy the message has a link alone; its page shows QR and code on a press, and the code is typed', async () => {
  const { cast } = stage;
  await setTransfers(cast, { isStrict: true });
  const noa = await transfer.tokenHolder(stage, 'Noa');
  const [serial = ''] = noa.serials;
  await transfer.openTransfer(noa.phone);
  await transfer.select(noa.phone, serial);
  await transfer.acknowledge(noa.phone);
  const mail = await cast.mailbox.newest(noa.email, 'transfer-activation');
  expect(() => activationIn(mail)).toThrow('no activation');
  const message = await transfer.openMessage(stage, mail);
  await message.getByRole('link', { name: 'Open the activation page' }).waitFor();
  expect(await message.locator('[data-qr]').count()).toBe(0);
  await picture(message, 'mail-transfer-strict');

  const reader = await stage.visit(linkTo('activation', mail), { expected: [spent] });
  const show = reader.getByRole('button', { name: 'Show QR code' });
  await show.waitFor();
  expect(await reader.getByTestId('activation').count()).toBe(0);
  await picture(reader, 'portal-activation-closed');
  await show.click();
  await reader.getByRole('img', { name: 'QR code that activates your new device' }).waitFor();
  await picture(reader, 'portal-activation');
  const code = (await reader.getByTestId('activation-code').textContent()) ?? '';
  expect(await reader.getByTestId('activation-user-name').textContent()).toBe(noa.userName);

  const android = await transfer.activating(stage);
  const mistyped = code.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
  await transfer.typeActivation(android, noa.userName, mistyped);
  await android.getByText('a symbol is missing or mistyped').waitFor();
  await picture(android, 'app-activation-mistyped');
  await transfer.typeActivation(android, noa.userName, code.toLowerCase());
  await android.getByTestId('activated').waitFor();
  await android.getByRole('button', { name: 'Done' }).click();
  await android.getByRole('button', { name: 'Close' }).click();
  expect(await cast.isAccepted(serial, await app.shownCode(android, serial))).toBe(true);
  await noa.phone.getByTestId('transfer-ended').getByText('1 token moved to Android 2').waitFor();
  await reader.getByRole('button', { name: 'Hide it' }).click();
  await show.click();
  await reader.getByTestId('activation-spent').waitFor();
  await picture(reader, 'portal-activation-spent');
});

test('cancelled in the portal, the transfer leaves the token as it was: the old phone says so, and the mailed code is void', async () => {
  const { cast, urls } = stage;
  await setTransfers(cast);
  const eli = await transfer.tokenHolder(stage, 'Eli');
  const [serial = ''] = eli.serials;
  await transfer.openTransfer(eli.phone);
  await transfer.select(eli.phone, serial);
  await transfer.acknowledge(eli.phone);
  const { code } = activationIn(await cast.mailbox.newest(eli.email, 'transfer-activation'));

  const home = await stage.visit(urls.portal, { expected: [notSignedIn] });
  await portal.openTokens(home, eli.email);
  const row = portal.rowOf(home, serial);
  await row.getByRole('button', { name: 'Cancel transfer' }).click();
  const dialog = home.getByRole('alertdialog');
  await dialog.waitFor();
  await picture(home, 'portal-transfer-cancel');
  await dialog.getByRole('button', { name: 'Cancel transfer' }).click();
  await row.getByText('was cancelled').waitFor();
  await row.getByText('ACTIVE SERVICE').waitFor();
  await row.getByText('SMARTPHONE: iPhone 1').waitFor();
  await picture(home, 'portal-transfer-cancelled');
  await cast.mailbox.newest(eli.email, 'ended');

  await eli.phone.getByTestId('transfer-ended').getByText('Everything is as it was').waitFor();
  await picture(eli.phone, 'app-transfer-cancelled');
  const android = await transfer.activating(stage, { expected: [spent] });
  await transfer.typeActivation(android, eli.userName, code);
  await android.getByText('This activation is not valid.').waitFor();
  await picture(android, 'app-activation-spent');
  await eli.phone.getByRole('link', { name: 'Close' }).click();
  expect(await cast.isAccepted(serial, await app.shownCode(eli.phone, serial))).toBe(true);
});

test('an activation that was mailed waits while transfers are switched off, and the new phone says so', async () => {
  const { cast } = stage;
  await setTransfers(cast);
  const una = await transfer.tokenHolder(stage, 'Una');
  const [serial = ''] = una.serials;
  await transfer.openTransfer(una.phone);
  await transfer.select(una.phone, serial);
  await transfer.acknowledge(una.phone);
  const { code } = activationIn(await cast.mailbox.newest(una.email, 'transfer-activation'));
  await setTransfers(cast, { isOn: false });
  const android = await transfer.activating(stage, { expected: [switchedOff] });
  await transfer.typeActivation(android, una.userName, code);
  await android.getByText('Ask your administrator to switch on').scrollIntoViewIfNeeded();
  await picture(android, 'app-activation-switched-off');
  await setTransfers(cast);
  await android.getByRole('button', { name: 'Activate' }).click();
  await android.getByTestId('activated').waitFor();
});
