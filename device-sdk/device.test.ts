import { beforeEach, expect, test } from 'vitest';
import { NoAnswerError, ProblemError } from '../contracts/client.ts';
import type { Device } from './device.ts';
import type { DeviceStore } from './store.ts';
import { mailedCode, type StandInApi } from './testing/stand-in-api.ts';
import { aDevice, signedIn } from './testing/world.ts';

let api: StandInApi;
let store: DeviceStore;
let device: Device;

beforeEach(async () => {
  ({ api, store, device } = await signedIn());
});

async function claimOnly(): Promise<string> {
  const [waiting] = await device.listWaiting();
  if (waiting === undefined) throw new Error('nothing waits');
  const [token] = await device.claim(waiting);
  return token?.id ?? '';
}

const claims = () => api.requests.filter(({ path }) => path.endsWith('/claim'));

test('Done brings a token whose present code works at once, because the one before it proved the seed', async () => {
  api.offer('migration', 'totp');
  const id = await claimOnly();
  const first = await device.code(id);
  expect(first.isSpent).toBe(false);
  expect(api.accepts(id, first.otp)).toBe(true);
  const next = await device.code(id, first.validUntil ?? 0);
  api.clockAheadMs = 30_000;
  expect(api.accepts(id, next.otp)).toBe(true);
});

test('a HOTP token gives each code once, beginning after the one that proved it', async () => {
  api.offer('enrolment', 'hotp');
  const id = await claimOnly();
  const codes = await Promise.all([device.code(id), device.code(id), device.code(id)]);
  expect(new Set(codes.map(({ otp }) => otp)).size).toBe(3);
  expect(codes.map(({ otp }) => api.accepts(id, otp))).toEqual([true, true, true]);
});

test('a claim whose answers were lost is finished after a restart by the same body', async () => {
  api.offer('migration', 'totp', 'hotp');
  const [waiting] = await device.listWaiting();
  if (waiting === undefined) throw new Error('nothing waits');
  api.answersToLose = 4;
  await expect(device.claim(waiting)).rejects.toThrow(NoAnswerError);
  expect((await device.state()).tokens).toHaveLength(0);
  const restarted = aDevice(api, store);
  expect((await restarted.sync()).tokens.map(({ id }) => id)).toEqual(waiting.tokens.map(({ id }) => id));
  expect(new Set(claims().map(({ body }) => body)).size).toBe(1);
  expect((await restarted.state()).pendingClaims).toEqual([]);
});

test('a claim that never arrived is proved with fresh codes after the restart', async () => {
  api.offer('migration', 'totp');
  const [waiting] = await device.listWaiting();
  if (waiting === undefined) throw new Error('nothing waits');
  const deaf = aDevice(api, store);
  const { fetch } = api;
  Object.assign(api, { fetch: () => Promise.reject(new TypeError('no network')) });
  await expect(aDevice(api, store).claim(waiting)).rejects.toThrow(NoAnswerError);
  Object.assign(api, { fetch });
  api.clockAheadMs = 600_000;
  expect((await deaf.sync()).tokens).toHaveLength(1);
});

test('a claim that another device won is forgotten', async () => {
  const offer = api.offer('migration', 'totp');
  const [waiting] = await device.listWaiting();
  if (waiting === undefined) throw new Error('nothing waits');
  offer.claimedBy = 'dev_other';
  await expect(device.claim(waiting)).rejects.toMatchObject({ problem: { code: 'already-finished' } });
  expect(await device.state()).toMatchObject({ tokens: [], pendingClaims: [] });
});

test('a token that moved away is removed, and the reason stays until it was read', async () => {
  api.offer('migration', 'totp');
  const id = await claimOnly();
  const [token] = (await device.state()).tokens;
  if (token === undefined) throw new Error('no token');
  const to = { id: 'dev_AAAAAAAAAAAAAAAAAAAAAB', model: 'samsung SM-G970F', shortId: '205831' };
  api.tokens = [];
  api.removed = [{ id, service: token.service, reason: 'moved', to, at: '2026-11-22T09:30:00.000Z' }];
  expect((await device.sync()).tokens).toEqual([]);
  await device.sync();
  expect((await aDevice(api, store).state()).departed).toMatchObject([{ id, to, serial: token.serial }]);
  await device.dismissDeparted(id);
  expect((await device.state()).departed).toEqual([]);
});

test('a reload brings all tokens of the former device back, and survives a restart while the code is awaited', async () => {
  const recovery = await device.startReload('dev_AAAAAAAAAAAAAAAAAAAAAC');
  const restarted = aDevice(api, store);
  expect((await restarted.state()).reload?.recovery).toBe(recovery.id);
  await expect(restarted.enterMailCode(recovery.id, '000000')).rejects.toMatchObject({ problem: { attemptsLeft: 4 } });
  expect(await restarted.enterMailCode(recovery.id, mailedCode)).toMatchObject({ state: 'awaiting-device' });
  expect(await restarted.takeBack(recovery.id)).toHaveLength(2);
  expect(await restarted.state()).toMatchObject({ reload: null, isFormerDeviceOpen: false });
});

test('a cancelled reload is over, and the next begins another recovery', async () => {
  const first = await device.startReload('dev_AAAAAAAAAAAAAAAAAAAAAC');
  await device.cancelRecovery(first.id);
  const second = await device.startReload('dev_AAAAAAAAAAAAAAAAAAAAAC');
  expect(second.id).not.toBe(first.id);
});

test('signing out forgets everything but the server, and nothing when the server cannot be asked', async () => {
  api.offer('migration', 'totp');
  await claimOnly();
  const { fetch } = api;
  Object.assign(api, { fetch: () => Promise.reject(new TypeError('no network')) });
  await expect(aDevice(api, store).signOut()).rejects.toThrow(NoAnswerError);
  expect((await device.state()).tokens).toHaveLength(1);
  Object.assign(api, { fetch });
  await device.signOut();
  expect(await device.state()).toMatchObject({ keys: null, account: null, tokens: [], wasSignedOut: false });
  await expect(device.listWaiting()).rejects.not.toThrow(ProblemError);
});
