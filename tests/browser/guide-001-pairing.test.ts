import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newPasscode } from '../../embedded/people/identity.ts';
import { picture } from './album.ts';
import * as app from './app-steps.ts';
import * as id from './identity-steps.ts';
import { useStage } from './stage.ts';
import { phoneSize } from './visit.ts';

const stage = useStage();

/** The browser itself notes each answer that is a refusal. */
const tooLate = /status of 410/;

/** *Restoration settings*, passcode, *Show QR code*. */
async function showQrCode(phone: Page, kind: string): Promise<void> {
  await id.openEdit(phone, 'Restoration settings');
  await phone.getByRole('link', { name: /^Show QR code/ }).click();
  await phone.getByRole('radio', { name: kind }).check();
  await picture(phone, `app-${kind.replaceAll(' ', '-').toLowerCase()}`);
  await id.givePasscode(phone, 'Show QR code');
  await phone.getByTestId('pairing-qr').waitFor();
}

function digitsOf(page: Page): Promise<string | null> {
  return page.getByTestId('pairing-digits').textContent();
}

/** The restore code, which a pairing does not use up. */
async function knownCode(page: Page): Promise<string> {
  await id.openEdit(page, 'Restoration settings');
  await page.getByRole('button', { name: 'Show the restore code' }).click();
  await id.givePasscode(page.getByTestId('passcode-dialog'), 'Show', newPasscode);
  return id.shownRestoreCode(page);
}

test('by QR code, filmed by the camera of the new phone, the ID moves there once its owner has compared two digits', async () => {
  const { urls, camera } = stage;
  const leo = await id.restorable(stage, 'Leo');
  await showQrCode(leo.phone, 'Move my ID to the new device');
  await picture(leo.phone, 'app-show-qr');
  await camera.pointAt(leo.phone);

  const iphone = await stage.visit(urls.device, { size: phoneSize, permissions: ['camera'] });
  await iphone.getByRole('link', { name: 'Start QR code pairing' }).click();
  await iphone.getByRole('heading', { name: 'Do both devices show this?' }).waitFor();
  await leo.phone.getByTestId('pairing-digits').waitFor();
  expect(await digitsOf(iphone)).toMatch(/^\d\d$/);
  expect(await digitsOf(leo.phone)).toBe(await digitsOf(iphone));
  await picture(iphone, 'app-compare-new');
  await picture(leo.phone, 'app-compare-old');
  await id.givePasscode(leo.phone, /^Yes, both show/);
  await iphone.getByRole('heading', { name: 'Choose a passcode' }).waitFor();
  await leo.phone.getByTestId('pairing-waits').waitFor();
  await picture(leo.phone, 'app-pairing-waits');
  await picture(iphone, 'app-pairing-passcode');
  await id.choosePasscode(iphone, newPasscode, 'Finish');

  await leo.phone.getByTestId('pairing-ended').getByText('no longer here').waitFor();
  await picture(leo.phone, 'app-pairing-ended');
  expect(await id.hasIdentityKey(leo.phone)).toBe(false);
  await id.identityOf(iphone).waitFor();
  await picture(iphone, 'app-paired');
  expect(await knownCode(iphone)).toBe(leo.restoreCode);
  await id.signsIn(stage, iphone, leo.userName, newPasscode);
});

test('the camera of the new phone shows what it sees until there is a pairing code', async () => {
  const { urls, camera } = stage;
  const desk = await stage.visit(urls.portal, { expected: [/status of 401/] });
  await desk.getByRole('button', { name: 'Sign in' }).waitFor();
  await camera.pointAt(desk);
  const iphone = await stage.visit(urls.device, { size: phoneSize, permissions: ['camera'] });
  await iphone.getByRole('link', { name: 'Start QR code pairing' }).click();
  const video = iphone.getByLabel('Camera');
  await expect.poll(() => video.evaluate((view: HTMLVideoElement) => view.videoWidth)).toBe(1280);
  await picture(iphone, 'app-scan-pairing');
  expect(await iphone.getByTestId('no-camera').count()).toBe(0);
});

test('duplicated by a picture of the QR code, the ID is on both devices; whoever photographed the code as well is too late', async () => {
  const { urls } = stage;
  const mia = await id.restorable(stage, 'Mia');
  await showQrCode(mia.phone, 'Use my ID on both devices');
  const buffer = await mia.phone.getByTestId('pairing-qr').screenshot();
  const photograph = { name: 'qr.png', mimeType: 'image/png', buffer };
  const scanWith = async (page: Page) => {
    await page.getByRole('link', { name: 'Start QR code pairing' }).click();
    await page.getByTestId('no-camera').waitFor();
    await page.getByLabel('Image of a QR code').setInputFiles(photograph);
  };
  const tablet = await stage.visit(urls.device, { size: phoneSize });
  await scanWith(tablet);
  await tablet.getByTestId('pairing-digits').waitFor();
  const thief = await stage.visit(urls.device, { size: phoneSize, expected: [tooLate] });
  await scanWith(thief);
  await thief.getByText('no longer valid').first().waitFor();
  await picture(thief, 'app-pairing-too-late');
  await mia.phone.getByTestId('pairing-digits').waitFor();
  expect(await digitsOf(mia.phone)).toBe(await digitsOf(tablet));
  await id.givePasscode(mia.phone, /^Yes, both show/);
  await id.choosePasscode(tablet, newPasscode, 'Finish');
  await mia.phone.getByTestId('pairing-ended').getByText('as well').waitFor();
  await picture(mia.phone, 'app-duplicated');
  await id.identityOf(tablet).waitFor();

  await mia.phone.getByRole('button', { name: 'Done' }).click();
  await id.signsIn(stage, mia.phone, mia.userName);
  await id.signsIn(stage, tablet, mia.userName, newPasscode);
});

test('where the digits are not on the phone of its owner, cancelling leaves the ID where it is', async () => {
  const { urls } = stage;
  const ned = await id.restorable(stage, 'Ned');
  await showQrCode(ned.phone, 'Move my ID to the new device');
  const buffer = await ned.phone.getByTestId('pairing-qr').screenshot();
  const stranger = await stage.visit(urls.device, { size: phoneSize });
  await stranger.getByRole('link', { name: 'Start QR code pairing' }).click();
  await stranger.getByLabel('Image of a QR code').setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer });
  await stranger.getByTestId('pairing-digits').waitFor();
  await ned.phone.getByTestId('pairing-digits').waitFor();
  await ned.phone.getByRole('button', { name: 'No: cancel' }).click();
  await ned.phone.getByTestId('pairing-ended').getByText('Nothing has changed').waitFor();
  await picture(ned.phone, 'app-pairing-cancelled');
  await stranger.getByRole('heading', { name: 'Welcome' }).waitFor();
  await picture(stranger, 'app-pairing-refused');
  await app.lookAtIt(ned.phone);
  expect(await id.hasIdentityKey(ned.phone)).toBe(true);
});
