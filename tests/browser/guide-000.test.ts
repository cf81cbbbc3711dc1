import { expect, test } from 'vitest';
import { enrolToken, phone } from '../../embedded/people/enrolment.ts';
import { password } from '../../embedded/people/cast.ts';
import { picture } from './album.ts';
import * as app from './app-steps.ts';
import {
  anotherService,
  confirmedMigration,
  givenToken,
  linkTo,
  newcomer,
  otherThan,
  serialOf,
  unusedCode,
} from './people.ts';
import * as portal from './portal-steps.ts';
import { useStage } from './stage.ts';
import { phoneSize } from './visit.ts';

const stage = useStage();

/** The browser itself notes each answer that is a refusal. */
const notSignedIn = /status of 401/;
const refused = /status of 4(09|22)/;
const offline = /ERR_INTERNET_DISCONNECTED/;

test('a token moves to a new phone as guide 000 tells; the old phone is refused at once and says why it lost the token', async () => {
  const { cast, urls } = stage;
  const { accountId, email } = await newcomer(cast, 'Ana');
  const { serial } = await givenToken(cast, accountId);

  const samsung = await stage.visit(urls.device, { size: phoneSize, expected: [offline] });
  await app.openSignIn(samsung);
  await picture(samsung, 'app-sign-in');
  await app.fillSignIn(samsung, email, 'samsung SM-G970F');
  const enrolment = await app.openPlus(samsung);
  await picture(samsung, 'app-enrolment-waiting');
  await app.done(enrolment);
  await app.tokenOf(samsung, serial).waitFor();
  await picture(samsung, 'app-enrolled');
  const spent = await app.shownCode(samsung, serial);
  expect(await cast.isAccepted(serial, spent)).toBe(true);
  await picture(samsung, 'app-code');

  const desk = await stage.visit(urls.portal, { expected: [notSignedIn, refused] });
  await portal.signIn(desk, email, 'not her password');
  await desk.getByRole('alert').waitFor();
  await picture(desk, 'portal-wrong-password');
  await portal.openTokens(desk, email);
  const row = portal.rowOf(desk, serial);
  await row.getByText('ACTIVE SERVICE').waitFor();
  await row.getByRole('button', { name: '1 Connected Certificate(s)' }).click();
  await row.getByText('Qualified certificate of Ana Ortiz').waitFor();
  expect(await row.textContent()).toMatch(
    /OTP type: .*SMARTPHONE: samsung SM-G970F \(ID \d+\).*Service: Qualified Cloud Sig/,
  );
  await picture(desk, 'portal-strong-authentication');

  await row.getByRole('button', { name: 'MIGRATE' }).click();
  const dialog = desk.getByRole('dialog', { name: 'MIGRATE' });
  await dialog.getByRole('button', { name: 'Send OTP by e-mail' }).waitFor();
  expect(await dialog.textContent()).toContain(`Qualified Cloud Signature ${cast.mark} from device samsung SM-G970F`);
  await picture(desk, 'portal-migrate-dialog');
  await dialog.getByRole('button', { name: 'Send OTP by e-mail' }).click();
  await dialog.getByLabel('Code from the e-mail').waitFor();
  const code = await cast.mailbox.code(email);
  await picture(desk, 'portal-enter-code');
  await portal.confirm(dialog, otherThan(code));
  await dialog.getByText('4 attempts left').waitFor();
  await picture(desk, 'portal-wrong-code');
  await portal.confirm(dialog, code);
  await row.getByText('Migrating until').waitFor();
  await row.getByRole('list', { name: 'What to do next' }).waitFor();
  await portal.qrOf(row).scrollIntoViewIfNeeded();
  await picture(desk, 'portal-migrating');

  const iphone = await stage.visit(urls.device, { size: phoneSize });
  await app.signIn(iphone, email, 'iPhone12,3');
  await iphone.getByTestId('known-device').waitFor();
  await picture(iphone, 'app-known-devices');
  await app.sayItIsNew(iphone);
  const waiting = await app.openPlus(iphone);
  await picture(iphone, 'app-migration-waiting');
  // Until Done the old phone works; in a drawer without network it does not know when that has ended.
  await app.lookAtIt(samsung);
  await app.tokenOf(samsung, serial).getByTestId('migrating').waitFor();
  await samsung.context().setOffline(true);
  await app.done(waiting);
  await app.tokenOf(iphone, serial).waitFor();
  await expect.poll(() => app.shownCode(samsung, serial), { timeout: 60_000 }).not.toBe(spent);
  expect(await cast.isAccepted(serial, await app.shownCode(samsung, serial))).toBe(false);
  await picture(samsung, 'app-offline');
  expect(await cast.isAccepted(serial, await app.shownCode(iphone, serial))).toBe(true);
  await picture(iphone, 'app-migrated');

  await row.getByText(/SMARTPHONE: iPhone12,3 \(ID \d+\)/).waitFor();
  await row.getByText('ACTIVE SERVICE').waitFor();
  await picture(desk, 'portal-moved');
  await desk.getByRole('link', { name: 'Recoveries' }).click();
  await desk.getByRole('list', { name: 'Recoveries' }).waitFor();
  await picture(desk, 'portal-recoveries');

  await samsung.context().setOffline(false);
  await app.lookAtIt(samsung);
  const departed = samsung.getByTestId('departed');
  await departed.waitFor();
  expect(await departed.textContent()).toMatch(/moved to iPhone12,3 \(ID \d+\)/);
  expect(await app.tokenOf(samsung, serial).count()).toBe(0);
  await picture(samsung, 'app-departed');
  await departed.getByRole('button', { name: 'Understood' }).click();
  await departed.waitFor({ state: 'hidden' });
});

test('an app that was installed again finds its tokens, and a mailed code brings all of them back', async () => {
  const { cast, urls } = stage;
  const { accountId, email } = await newcomer(cast, 'Ben');
  const serials = [(await givenToken(cast, accountId)).serial, (await givenToken(cast, accountId)).serial];
  const pixel = await stage.visit(urls.device, { size: phoneSize, expected: [refused] });
  await app.signIn(pixel, email, 'Google Pixel 8');
  for (const serial of serials) {
    await pixel.getByRole('link', { name: /Add a token/ }).click();
    await app.done(pixel.getByTestId('waiting').filter({ hasText: serial }));
    await app.tokenOf(pixel, serial).waitFor();
  }

  await app.reinstall(pixel);
  await app.signIn(pixel, email, 'Google Pixel 8');
  await pixel.getByRole('button', { name: /^Yes, this is that device: Google Pixel 8/ }).click();
  await pixel.getByRole('heading', { name: 'Tokens were found' }).waitFor();
  await picture(pixel, 'app-tokens-found');
  await pixel.getByRole('button', { name: 'OK' }).click();
  await pixel.getByRole('heading', { name: 'Enter the code' }).waitFor();
  const code = await cast.mailbox.code(email);
  await pixel.locator('input[name=code]').fill(otherThan(code));
  await pixel.getByRole('button', { name: 'Confirm' }).click();
  await pixel.getByText('4 attempts left', { exact: true }).waitFor();
  await picture(pixel, 'app-enter-code');
  await pixel.locator('input[name=code]').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await pixel.getByRole('button', { name: 'Confirm' }).click();
  for (const serial of serials) {
    await app.tokenOf(pixel, serial).waitFor();
    expect(await cast.isAccepted(serial, await app.shownCode(pixel, serial))).toBe(true);
  }
  await picture(pixel, 'app-reloaded');
});

test('the QR code that the portal draws leads the app on a new phone to the token that waits', async () => {
  const { cast, urls } = stage;
  const eva = await cast.person('eva', 'samsung SM-G970F', 1);
  const serial = await serialOf(eva);
  await confirmedMigration(cast, eva);
  const desk = await stage.visit(urls.portal, { expected: [notSignedIn] });
  await portal.openTokens(desk, eva.email);
  const drawn = await portal.qrOf(portal.rowOf(desk, serial)).screenshot();

  const tablet = await stage.visit(urls.device, { size: phoneSize });
  await app.signIn(tablet, eva.email, 'iPad14,1');
  await app.sayItIsNew(tablet);
  await app.openPlus(tablet);
  await tablet.getByRole('link', { name: 'Scan QR code' }).click();
  const chooser = tablet.getByLabel('Image of a QR code');
  await tablet.getByTestId('no-camera').waitFor();
  await picture(tablet, 'app-scan');
  await chooser.setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: drawn });
  await expect.poll(() => tablet.url()).toMatch(/#\/add\?recovery=rec_/);
  await app.done(tablet.getByTestId('waiting'));
  await app.tokenOf(tablet, serial).waitFor();
});

test('the tokens of several devices and services are narrowed down by the two lists above them', async () => {
  const { cast, urls } = stage;
  const cleo = await cast.person('cleo', 'samsung SM-G970F', 1);
  const vpn = await anotherService(cast, 'Company VPN');
  const iphone = await phone(urls.device, 'iPhone12,3', cleo.email, password);
  await enrolToken(cast.administrator, iphone, { account: cleo.accountId, service: vpn });
  const onSamsung = await serialOf(cleo);
  const onIphone = (await iphone.state()).tokens[0]?.serial ?? '';

  const desk = await stage.visit(urls.portal, { expected: [notSignedIn] });
  await portal.openTokens(desk, cleo.email);
  await portal.rowOf(desk, onSamsung).waitFor();
  await portal.rowOf(desk, onIphone).waitFor();
  await picture(desk, 'portal-two-tokens');
  await portal.choose(desk, 'Device', /^iPhone12,3/);
  await portal.rowOf(desk, onSamsung).waitFor({ state: 'hidden' });
  await portal.choose(desk, 'Device', 'ALL DEVICES');
  await portal.choose(desk, 'Service', /^Qualified Cloud Signature/);
  await portal.rowOf(desk, onIphone).waitFor({ state: 'hidden' });
  await portal.rowOf(desk, onSamsung).waitFor();
});

test('CLOSE in the dialog and "Cancel migration" in the row leave the token as it was', async () => {
  const { cast, urls } = stage;
  const fay = await cast.person('fay', 'samsung SM-G970F', 1);
  const serial = await serialOf(fay);
  const desk = await stage.visit(urls.portal, { expected: [notSignedIn] });
  await portal.openTokens(desk, fay.email);
  const row = portal.rowOf(desk, serial);
  await (await portal.askForCode(desk, serial)).getByRole('button', { name: 'CLOSE' }).click();
  await row.getByText('was cancelled').waitFor();

  const former = await cast.mailbox.newest(fay.email, 'mail-code');
  await row.getByRole('button', { name: 'MIGRATE' }).waitFor();
  const dialog = await portal.askForCode(desk, serial);
  await portal.confirm(dialog, await cast.mailbox.code(fay.email, former.id));
  await row.getByRole('button', { name: 'Cancel migration' }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Cancel migration' }).click();
  await row.getByText('ACTIVE SERVICE').waitFor();
  await picture(desk, 'portal-cancelled');
  expect(await row.textContent()).toContain('samsung SM-G970F');
});

test('a token is disabled, enabled and deleted only after its owner has confirmed, and its codes follow', async () => {
  const { cast, urls } = stage;
  const gus = await cast.person('gus', 'samsung SM-G970F', 1);
  const serial = await serialOf(gus);
  const otp = await unusedCode(gus);
  const desk = await stage.visit(urls.portal, { expected: [notSignedIn] });
  await portal.openTokens(desk, gus.email);
  const row = portal.rowOf(desk, serial);
  await row.getByRole('button', { name: 'DISABLE' }).click();
  await picture(desk, 'portal-disable');
  await desk.getByRole('alertdialog').getByRole('button', { name: 'DISABLE' }).click();
  await row.getByText('DISABLED', { exact: true }).waitFor();
  expect(await row.getByRole('button', { name: 'MIGRATE' }).count()).toBe(0);
  expect(await cast.isAccepted(serial, otp)).toBe(false);
  await row.getByRole('button', { name: 'ENABLE' }).click();
  await row.getByText('ACTIVE SERVICE').waitFor();
  expect(await cast.isAccepted(serial, otp)).toBe(true);
  await row.getByRole('button', { name: 'DELETE' }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'DELETE' }).click();
  await row.waitFor({ state: 'hidden' });
});

test('M-02 opening "this wasn\'t me" changes nothing; pressing its button freezes the token that has moved', async () => {
  const { cast, urls } = stage;
  const hal = await cast.person('hal', 'samsung SM-G970F', 1);
  const [tokenId = ''] = hal.tokens;
  await confirmedMigration(cast, hal);
  const thief = await phone(urls.device, 'iPhone12,3', hal.email, password);
  const [waiting] = await thief.listWaiting();
  if (waiting === undefined) throw new Error('nothing waits');
  await thief.claim(waiting);
  const stateOf = async () => (await cast.founding.database.tokens.findOne({ _id: tokenId }))?.state;

  const mail = await cast.mailbox.newest(hal.email, 'completed');
  const reader = await stage.visit(linkTo('not-me', mail));
  const protect = reader.getByRole('button', { name: "This wasn't me: protect my tokens" });
  await protect.waitFor();
  const scanner = await stage.visit(linkTo('not-me', mail));
  await scanner.getByRole('button', { name: "This wasn't me: protect my tokens" }).waitFor();
  await picture(reader, 'portal-not-me');
  expect(await stateOf()).toBe('active');
  await protect.click();
  await reader.getByText('You are protected').waitFor();
  await picture(reader, 'portal-protected');
  expect(await stateOf()).toBe('suspended');
});

test('M-02 a forgotten password is replaced through the mailed link, also when a scanner opened it first; the old one opens nothing', async () => {
  const { cast, urls } = stage;
  const { email } = await newcomer(cast, 'Ida');
  const desk = await stage.visit(urls.portal, { expected: [notSignedIn] });
  await desk.getByRole('link', { name: 'Forgot password?' }).click();
  await desk.getByLabel('E-mail').fill(email);
  await desk.getByRole('button', { name: 'Send link' }).click();
  await desk.getByText('a message is on its way').waitFor();
  await picture(desk, 'portal-forgot-password');

  const link = linkTo('reset-password', await cast.mailbox.newest(email, 'password-reset'));
  const scanner = await stage.visit(link);
  await scanner.getByLabel('New password').waitFor();
  await scanner.close();
  await desk.goto(link);
  await desk.getByLabel('New password').fill('a fresh long password');
  await desk.getByLabel('Repeat it').fill('a fresh long password');
  await picture(desk, 'portal-new-password');
  await desk.getByRole('button', { name: 'Set password' }).click();
  await desk.getByRole('button', { name: 'Sign in' }).waitFor();
  await portal.signIn(desk, email, password);
  await desk.getByRole('alert').waitFor();
  await portal.signIn(desk, email, 'a fresh long password');
  await desk.getByText('You have no tokens yet').waitFor();
  await picture(desk, 'portal-no-tokens');
});
