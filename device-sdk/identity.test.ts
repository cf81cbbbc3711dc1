import { beforeEach, expect, test } from 'vitest';
import { NoAnswerError } from '../contracts/client.ts';
import type { Device } from './device.ts';
import { NoIdentityKeyError, WeakPasscodeError, WrongPasscodeError } from './identity-errors.ts';
import type { DeviceStore } from './store.ts';
import type { StandInApi } from './testing/stand-in-api.ts';
import { tokenId } from './testing/stand-in-identity.ts';
import { aDevice, aDeviceUnanswered, signedIn } from './testing/world.ts';

const passcode = 'tea at five';
let api: StandInApi;
let store: DeviceStore;
let device: Device;

beforeEach(async () => {
  ({ api, store, device } = await signedIn());
});

const approve = (number: string, typed = passcode) =>
  device.identity.approveSignIn(api.identity.waitingSignIn(), number, typed);

test('an account has no identity until it is created, and then this device signs in with it', async () => {
  expect(await device.identity.show()).toBeNull();
  expect(await device.identity.create(passcode)).toMatchObject({ name: 'ana', isHere: true });
  await expect(approve('42')).resolves.toMatchObject({ isHere: true });
  await expect(approve('07')).rejects.toMatchObject({ problem: { code: 'wrong-number' } });
});

test('a creation whose answers were lost is found again, after a restart as well, and makes no second key', async () => {
  await expect(aDeviceUnanswered(api, store, '/identity').identity.create(passcode)).rejects.toThrow(NoAnswerError);
  const { heldIdentity } = await device.state();
  expect(heldIdentity).toBeNull();
  expect(await aDevice(api, store).identity.create(passcode)).toMatchObject({ isHere: true });
  await expect(approve('42')).resolves.toBeDefined();
  expect(api.identity.keys.size).toBe(1);
});

test('a wrong passcode asks the server nothing and is counted over restarts; the right one clears the count', async () => {
  await device.identity.create(passcode);
  api.requests.length = 0;
  await expect(device.identity.issueRestoreCode('tea at six')).rejects.toMatchObject({ triesLeft: 9 });
  await expect(aDevice(api, store).identity.issueRestoreCode('tea at six')).rejects.toMatchObject({ triesLeft: 8 });
  expect(api.requests).toEqual([]);
  await approve('42');
  await expect(approve('42', 'tea at six')).rejects.toMatchObject({ triesLeft: 9 });
});

test('after ten wrong passcodes in a row the key is erased, however they were tried', async () => {
  await device.identity.create(passcode);
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => approve('42', 'tea at six')));
  const told = tries.map((tried) => (tried.status === 'rejected' ? (tried.reason as unknown) : 'approved'));
  expect(told.filter((error) => error instanceof WrongPasscodeError && error.triesLeft > 0)).toHaveLength(9);
  await expect(approve('42')).rejects.toThrow(NoIdentityKeyError);
  expect((await store.read())?.heldIdentity?.key).toBeNull();
});

test('a passcode that everybody tries first is refused before anything is made', async () => {
  await expect(device.identity.create('123456')).rejects.toThrow(WeakPasscodeError);
  expect((await device.state()).identityDraft).toBeNull();
});

test('an identity that was unpaired elsewhere is wiped at the next contact, and the reason stays until it was read', async () => {
  await device.identity.create(passcode);
  api.identity.keys.clear();
  const service = { id: 'svc_identity--------------', name: 'Identity' };
  api.removed = [{ id: tokenId, service, reason: 'unpaired', to: null, at: '2026-11-22T09:30:00.000Z' }];
  const { heldIdentity, departed } = await device.sync();
  expect(heldIdentity).toBeNull();
  expect(departed).toMatchObject([{ id: tokenId, reason: 'unpaired', serial: '7Q2M9F3A-1EC' }]);
  await expect(approve('42')).rejects.toThrow(NoIdentityKeyError);
  expect((await aDevice(api, store).sync()).departed).toHaveLength(1);
});

test('no network tells nothing about an identity, and wipes nothing', async () => {
  await device.identity.create(passcode);
  api.identity.keys.clear();
  api.answersToLose = 4;
  await expect(device.identity.show()).rejects.toThrow(NoAnswerError);
  expect((await device.state()).heldIdentity).not.toBeNull();
});
