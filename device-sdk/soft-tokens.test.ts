import { beforeEach, expect, test } from 'vitest';
import { otpAt } from '../domain/otp.ts';
import { canonicalRegistration, fitsActivation, readActivation, recreatedSeed } from '../domain/recreation.ts';
import { WeakPasscodeError } from './identity-errors.ts';
import { memoryStore } from './memory-store.ts';
import {
  MistypedSoftTokenError,
  RegistrationUnderWayError,
  SoftTokenErasedError,
  SoftTokenHeldError,
  SoftTokenLockedError,
  WrongPinError,
} from './soft-token-errors.ts';
import { emptyState, type DeviceState } from './state.ts';
import type { DeviceStore } from './store.ts';
import { anOfflineDevice, pin, shownByPortal } from './testing/recreation.ts';
import { StandInApi } from './testing/stand-in-api.ts';
import { aDevice, ana } from './testing/world.ts';

let store: DeviceStore;
const app = () => anOfflineDevice(store);
const portal = shownByPortal();

beforeEach(() => {
  store = memoryStore();
});

async function registered(shown = portal) {
  const device = app();
  await device.softTokens.begin(shown);
  const { registrationCode } = await device.softTokens.choosePin(pin);
  return { device, tokens: device.softTokens, registrationCode };
}

async function kept(shown = portal) {
  const made = await registered(shown);
  await made.tokens.done();
  return made;
}

/** What the server makes of the registration code that was typed into the portal. */
function seedAtServer(registrationCode: string, shown = portal): Uint8Array {
  const activation = readActivation(shown.serial, shown.code);
  if (typeof activation === 'string') throw new Error(activation);
  const registration = canonicalRegistration(registrationCode);
  expect(fitsActivation(activation, registration)).toBe(true);
  return recreatedSeed(activation, registration);
}

test('app and server derive the same seed, and nothing was asked', async () => {
  const { tokens, registrationCode } = await registered();
  const now = 1_800_000_000_000;
  const { otp, validUntil } = await tokens.code(portal.serial, now);
  expect(otp).toBe(otpAt(seedAtServer(registrationCode), now / 30_000));
  expect(validUntil).toBe(now + 30_000);
});

test.each([
  [
    'a wrong sign in the code',
    { ...portal, code: portal.code.replace(/.$/, (sign) => (sign === '0' ? '2' : '0')) },
    'code',
  ],
  ['half a code', { ...portal, code: portal.code.slice(0, 11) }, 'code'],
  ['another serial number', { ...portal, serial: 'K7M2Q9XA-4TC' }, 'serial'],
  ['no serial number', { ...portal, serial: '' }, 'serial'],
])('%s is told before anything is made', async (_, typed, what) => {
  const told = await app()
    .softTokens.begin(typed)
    .catch((error: unknown) => error);
  expect(told).toBeInstanceOf(MistypedSoftTokenError);
  expect(told).toMatchObject({ what });
  expect((await app().state()).softTokenDraft).toBeNull();
});

test('small letters, blanks instead of hyphens and I, L and O are understood', async () => {
  const typed = (text: string) => text.toLowerCase().replace(/-/g, ' ').replace(/1/g, 'l').replace(/0/g, 'o');
  const draft = await app().softTokens.begin({ serial: typed(portal.serial), code: typed(portal.code) });
  expect(draft).toMatchObject({ at: 'pin', serial: portal.serial, type: 'totp' });
});

test("the portal's QR code says the same as what it shows", async () => {
  const qrText = `https://app.latchkey.test/#/recreate?serial=${portal.serial}&code=${portal.code}`;
  expect(await app().softTokens.begin({ qrText })).toMatchObject({ at: 'pin', serial: portal.serial });
});

test('restarted anywhere it goes on: before the PIN, while the code is shown, and afterwards', async () => {
  await app().softTokens.begin(portal);
  const { registrationCode } = await app().softTokens.choosePin(pin);
  const restarted = app();
  expect((await restarted.state()).softTokenDraft).toMatchObject({ at: 'registration', registrationCode });
  expect(await restarted.softTokens.begin(portal)).toMatchObject({ registrationCode });
  await expect(restarted.softTokens.code(portal.serial)).rejects.toThrow(SoftTokenLockedError);
  await restarted.softTokens.unlock(portal.serial, pin);
  const { otp } = await restarted.softTokens.code(portal.serial, 0);
  await restarted.softTokens.done();
  const again = app();
  await again.softTokens.unlock(portal.serial, pin);
  expect((await again.softTokens.code(portal.serial, 0)).otp).toBe(otp);
  expect((await again.state()).softTokenDraft).toBeNull();
});

test('the activation code is never stored readable, and not at all once the PIN is chosen', async () => {
  const plain = portal.code.replace(/-/g, '');
  const remembered = async () => JSON.stringify(await store.read(), asText).replace(/-/g, '');
  await app().softTokens.begin(portal);
  expect(await remembered()).not.toContain(plain);
  await app().softTokens.choosePin(pin);
  expect(await store.read()).toMatchObject({ softTokenDraft: { at: 'registration', token: { wrongPins: 0 } } });
  expect(JSON.stringify(await store.read())).not.toContain('"activation":{');
});

/** Also what stands in byte arrays. */
function asText(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : value;
}

test('a PIN that protects too little makes nothing, and a second choice changes nothing', async () => {
  const device = app();
  await device.softTokens.begin(portal);
  await expect(device.softTokens.choosePin('123456')).rejects.toThrow(WeakPasscodeError);
  const first = await device.softTokens.choosePin(pin);
  expect(await device.softTokens.choosePin('tea at five')).toEqual(first);
  await expect(app().softTokens.unlock(portal.serial, 'tea at five')).rejects.toThrow(WrongPinError);
});

test('two taps at once make one registration code', async () => {
  const device = app();
  await device.softTokens.begin(portal);
  const [one, other] = await Promise.all([device.softTokens.choosePin(pin), device.softTokens.choosePin(pin)]);
  expect(one.registrationCode).toBe(other.registrationCode);
  const { otp } = await device.softTokens.code(portal.serial, 0);
  expect(otp).toBe(otpAt(seedAtServer(one.registrationCode), 0));
});

test('a wrong PIN opens nothing and says how many are left; the right one counts anew', async () => {
  await kept();
  const { softTokens } = app();
  await expect(softTokens.unlock(portal.serial, 'wrong 1')).rejects.toMatchObject({ triesLeft: 9 });
  await expect(softTokens.unlock(portal.serial, 'wrong 2')).rejects.toMatchObject({ triesLeft: 8 });
  await softTokens.unlock(portal.serial, pin);
  await expect(softTokens.unlock(portal.serial, 'wrong 3')).rejects.toMatchObject({ triesLeft: 9 });
});

test('the tenth wrong PIN erases the seed, also when all are tried at once', async () => {
  await kept();
  const { softTokens } = app();
  const guesses = Array.from({ length: 20 }, (_, index) => softTokens.unlock(portal.serial, `guess ${String(index)}`));
  const told = await Promise.allSettled(guesses);
  expect(told.every(({ status }) => status === 'rejected')).toBe(true);
  await expect(softTokens.unlock(portal.serial, pin)).rejects.toThrow(SoftTokenErasedError);
});

test('locked, it shows no code until the PIN is entered again', async () => {
  const { tokens } = await kept();
  expect(tokens.unlocked()).toEqual([portal.serial]);
  tokens.lock();
  expect(tokens.unlocked()).toEqual([]);
  await expect(tokens.code(portal.serial)).rejects.toThrow(SoftTokenLockedError);
});

test('discarded, the registration code is gone, and the next start makes another', async () => {
  const { device, tokens, registrationCode } = await registered();
  await tokens.discard();
  expect(await device.state()).toMatchObject({ softTokens: [], softTokenDraft: null });
  await expect(tokens.done()).rejects.toThrow();
  expect((await registered()).registrationCode).not.toBe(registrationCode);
});

test('a serial number that is held is not made again over it', async () => {
  const { tokens } = await kept();
  await expect(tokens.begin(portal)).rejects.toThrow(SoftTokenHeldError);
  await tokens.remove(portal.serial);
  expect(tokens.unlocked()).toEqual([]);
  expect(await tokens.begin(portal)).toMatchObject({ at: 'pin' });
});

test('a registration code that is shown does not give way to another soft token silently', async () => {
  const { device, tokens, registrationCode } = await registered();
  const other = shownByPortal('totp', 'K7M2Q9XA-4TC');
  await expect(tokens.begin(other)).rejects.toThrow(RegistrationUnderWayError);
  expect((await device.state()).softTokenDraft).toMatchObject({ registrationCode });
});

test('HOTP: each code is given once, across Done and a restart', async () => {
  const shown = shownByPortal('hotp');
  const { tokens, registrationCode } = await registered(shown);
  const otps = [(await tokens.code(shown.serial)).otp];
  await tokens.done();
  const both = await Promise.all([tokens.code(shown.serial), tokens.code(shown.serial)]);
  otps.push(...both.map(({ otp }) => otp));
  const restarted = app();
  await restarted.softTokens.unlock(shown.serial, pin);
  otps.push((await restarted.softTokens.code(shown.serial)).otp);
  const seed = seedAtServer(registrationCode, shown);
  expect(otps).toEqual([0, 1, 2, 3].map((counter) => otpAt(seed, counter)));
});

test('neither signing out nor a wipe by the server takes a soft token away', async () => {
  await kept();
  const api = new StandInApi();
  const device = aDevice(api, store);
  await device.signIn(ana);
  await device.signOut();
  expect(await device.state()).toMatchObject({ account: null, softTokens: [{ serial: portal.serial }] });
  await device.signIn(ana);
  api.devices.clear();
  await expect(device.sync()).rejects.toMatchObject({ problem: { code: 'device-unknown' } });
  expect(await device.state()).toMatchObject({ wasSignedOut: true, softTokens: [{ serial: portal.serial }] });
  await device.useServer('https://other.test');
  await device.softTokens.unlock(portal.serial, pin);
});

test('an installation of an earlier version knows no soft tokens, and makes its first', async () => {
  const { softTokens, softTokenDraft, ...earlier } = emptyState('http://device.test');
  expect([softTokens, softTokenDraft]).toEqual([[], null]);
  await store.update(() => earlier as DeviceState);
  expect((await app().state()).softTokens).toEqual([]);
  await kept();
  expect((await app().state()).softTokens).toMatchObject([{ serial: portal.serial, type: 'totp' }]);
});
