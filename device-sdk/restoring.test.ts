import { beforeEach, expect, test } from 'vitest';
import { NoAnswerError } from '../contracts/client.ts';
import { restoreCodeFrom } from '../domain/restore-code.ts';
import { MistypedRestoreCodeError, NoPairingCodeError } from './identity-errors.ts';
import { memoryStore } from './memory-store.ts';
import { emptyState, type DeviceState } from './state.ts';
import type { DeviceStore } from './store.ts';
import { mailedCode, StandInApi } from './testing/stand-in-api.ts';
import { qrText, restoreCode } from './testing/stand-in-identity.ts';
import { aDevice, aDeviceUnanswered, server } from './testing/world.ts';

const passcode = 'tea at five';
let api: StandInApi;
let store: DeviceStore;

beforeEach(() => {
  api = new StandInApi();
  store = memoryStore();
});

/** The app, closed and opened again. */
const app = () => aDevice(api, store);

async function untilPasscode(): Promise<string> {
  await app().restoring.start('ana', 'restore', 'new');
  const { id } = await app().restoring.enterRestoreCode(restoreCode.toLowerCase().replaceAll('-', ' '));
  await app().enterMailCode(id, mailedCode);
  return id;
}

test('a restore goes on wherever the app was closed, and ends in an installation that belongs to the account', async () => {
  const id = await untilPasscode();
  expect(await app().restoring.look()).toMatchObject({ id, state: 'awaiting-device' });
  expect(await app().restoring.finish(passcode)).toMatchObject({ name: 'ana', isHere: true });
  expect(await app().state()).toMatchObject({ account: { userName: 'ana', email: null }, restore: null });
  await expect(app().identity.approveSignIn(api.identity.waitingSignIn(), '42', passcode)).resolves.toBeDefined();
});

test('a typing error in the restore code asks nothing; a wrong code costs an attempt, which is remembered', async () => {
  await app().restoring.start('ana', 'restore', 'new');
  api.requests.length = 0;
  await expect(app().restoring.enterRestoreCode(restoreCode.replace('7', '8'))).rejects.toThrow(
    MistypedRestoreCodeError,
  );
  expect(api.requests).toEqual([]);
  const other = restoreCodeFrom(new Uint8Array(10).fill(9));
  await expect(app().restoring.enterRestoreCode(other)).rejects.toMatchObject({ problem: { attemptsLeft: 4 } });
  expect((await app().state()).restore).toMatchObject({ at: 'restore-code', attempt: { attemptsLeft: 4 } });
});

test('a claim whose answers were lost is finished after a restart by the same body and without the passcode', async () => {
  await untilPasscode();
  const unanswered = aDeviceUnanswered(api, store, '/claim');
  await expect(unanswered.restoring.finish(passcode)).rejects.toThrow(NoAnswerError);
  expect(await app().restoring.resumeFinish()).toMatchObject({ isHere: true });
  expect(new Set(api.identity.claims).size).toBe(1);
  await expect(app().identity.approveSignIn(api.identity.waitingSignIn(), '42', passcode)).resolves.toBeDefined();
});

test('a proof that came too late is forgotten, and another passcode makes another key', async () => {
  await untilPasscode();
  api.identity.doesRefuseProofs = true;
  await expect(app().restoring.finish(passcode)).rejects.toMatchObject({ problem: { code: 'verification-failed' } });
  expect((await app().state()).restore).toMatchObject({ at: 'recovery', claim: null });
  api.identity.doesRefuseProofs = false;
  expect(await app().restoring.finish('coffee at six')).toMatchObject({ isHere: true });
  expect(new Set(api.identity.claims).size).toBe(2);
});

test('a scan whose answer was lost is asked again with the same body after a restart', async () => {
  api.answersToLose = 4;
  await expect(app().restoring.scanPairing(qrText, 'new')).rejects.toThrow(NoAnswerError);
  expect(await app().restoring.look()).toMatchObject({ step: 'compare', kind: 'restore' });
  expect(new Set(api.requests.map(({ body }) => body)).size).toBe(1);
  expect((await app().state()).restore).toMatchObject({ at: 'recovery', way: 'qr', userName: 'ana' });
});

test('what is no pairing code is not sent anywhere', async () => {
  await expect(app().restoring.scanPairing('https://example.org/#/pair?recovery=x', 'new')).rejects.toThrow(
    NoPairingCodeError,
  );
  expect(api.requests).toEqual([]);
});

test('a pairing code that another device has scanned is spent, and nothing of it stays here', async () => {
  await aDevice(api).restoring.scanPairing(qrText, 'first');
  await expect(app().restoring.scanPairing(qrText, 'second')).rejects.toMatchObject({
    problem: { code: 'link-spent' },
  });
  expect((await app().state()).restore).toBeNull();
});

test('an installation of an earlier version, which remembers less, is read all the same', async () => {
  const { identity, heldIdentity, identityDraft, restore, pairing, ...earlier } = emptyState(server);
  expect([identity, heldIdentity, identityDraft, restore, pairing]).toEqual([null, null, null, null, null]);
  await store.update(() => earlier as DeviceState);
  await app().restoring.start('ana', 'restore', 'new');
  expect(await app().state()).toMatchObject({ restore: { userName: 'ana' }, heldIdentity: null });
});
