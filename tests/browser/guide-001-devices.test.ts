import { expect, test } from 'vitest';
import { newApp, newPasscode, passcode, startedRestore } from '../../embedded/people/identity.ts';
import { password } from '../../embedded/people/cast.ts';
import { picture } from './album.ts';
import * as app from './app-steps.ts';
import * as id from './identity-steps.ts';
import * as portal from './portal-steps.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** The browser itself notes each answer that is a refusal. */
const refused = /status of 4(01|03|04|09|22)/;

/** With the ID on a second device, which then lies switched off in a drawer. */
async function withTwoDevices(name: string) {
  const { cast } = stage;
  const holder = await id.restorable(stage, name, { expected: [refused] });
  const {
    app: drawer,
    recovery,
    mailCode,
  } = await startedRestore(cast, holder, {
    kind: 'duplication',
    app: newApp(cast),
  });
  await drawer.enterMailCode(recovery.id, mailCode);
  await drawer.restoring.finish(newPasscode);
  return { ...holder, drawer };
}

test('Edit, Devices: after the passcode the ID is deactivated on a device that is out of reach, and it learns so at its next contact', async () => {
  const rosa = await withTwoDevices('Rosa');
  const { phone, drawer } = rosa;
  await id.openEdit(phone, 'Devices');
  const card = phone.getByTestId('identity-device').filter({ hasText: 'iPhone12,3' });
  await card.waitFor();
  await picture(phone, 'app-devices');
  await card.getByRole('button', { name: /^Unpair/ }).click();
  const dialog = phone.getByTestId('passcode-dialog');
  await id.givePasscode(dialog, 'Unpair', newPasscode);
  await dialog.getByText('That passcode is wrong').waitFor();
  expect(await card.count()).toBe(1);
  await picture(phone, 'app-unpair');
  await id.givePasscode(dialog, 'Unpair');
  await card.waitFor({ state: 'hidden' });
  await picture(phone, 'app-unpaired');
  const { departed, heldIdentity } = await drawer.sync();
  expect(departed.map(({ reason }) => reason)).toEqual(['unpaired']);
  expect(heldIdentity).toBeNull();
});

test('the last device is unpaired only by somebody who was warned, and then the app offers to restore', async () => {
  const theo = await id.restorable(stage, 'Theo');
  const { phone } = theo;
  await id.openEdit(phone, 'Devices');
  await phone.getByRole('button', { name: /^Unpair/ }).click();
  const dialog = phone.getByTestId('passcode-dialog');
  await dialog.getByTestId('last-device').waitFor();
  await dialog.getByRole('textbox', { name: /^Passcode/ }).fill(passcode);
  expect(await dialog.getByRole('button', { name: 'Unpair' }).isDisabled()).toBe(true);
  await picture(phone, 'app-last-device');
  await dialog.getByRole('checkbox', { name: 'I understand, and I want this' }).check();
  await dialog.getByRole('button', { name: 'Unpair' }).click();
  await phone.getByTestId('identity-elsewhere').waitFor();
  expect(await id.hasIdentityKey(phone)).toBe(false);
  await picture(phone, 'app-unpaired-here');
});

test('in the portal a device is unpaired after the password, and the last one after a warning; the app there is told', async () => {
  const { urls } = stage;
  const uma = await withTwoDevices('Uma');
  const desk = await stage.visit(urls.portal, { expected: [refused] });
  await portal.signIn(desk, uma.email);
  await desk.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Devices' }).click();
  const devices = desk.getByRole('list', { name: 'Devices' }).getByRole('listitem');
  const drawer = devices.filter({ hasText: 'iPhone12,3' });
  const phone = devices.filter({ hasText: 'samsung SM-G970F' });
  await drawer.waitFor();
  await picture(desk, 'portal-devices');
  await drawer.getByRole('button', { name: 'UNPAIR' }).click();
  const dialog = desk.getByRole('dialog');
  const unpair = async (typed: string, label = 'UNPAIR') => {
    await dialog.getByRole('textbox', { name: /^Your password/ }).fill(typed);
    await dialog.getByRole('button', { name: label, exact: true }).click();
  };
  await unpair('not her password');
  await dialog.getByText('That is not your password').waitFor();
  await picture(desk, 'portal-unpair');
  await unpair(password);
  await drawer.waitFor({ state: 'hidden' });
  await desk.getByText('cannot be used on iPhone12,3').waitFor();
  await picture(desk, 'portal-unpaired');

  await phone.getByRole('button', { name: 'UNPAIR' }).click();
  await unpair(password);
  await dialog.getByText('This is the last device of your identity').waitFor();
  await picture(desk, 'portal-last-device');
  await unpair(password, 'UNPAIR THE LAST ONE');
  await desk.getByText('Your identity is on no device').waitFor();
  await picture(desk, 'portal-no-device');
  await app.lookAtIt(uma.phone);
  await uma.phone.getByTestId('departed').getByText('was unpaired from this device').waitFor();
  expect(await id.hasIdentityKey(uma.phone)).toBe(false);
  await picture(uma.phone, 'app-unpaired-elsewhere');
});
