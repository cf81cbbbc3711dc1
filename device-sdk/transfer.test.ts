import { beforeEach, expect, test } from 'vitest';
import { NoAnswerError } from '../contracts/client.ts';
import { MistypedActivationCodeError, NoActivationCodeError } from './activation-errors.ts';
import type { Device } from './device.ts';
import { memoryStore } from './memory-store.ts';
import { emptyState, type DeviceState } from './state.ts';
import type { DeviceStore } from './store.ts';
import type { StandInApi } from './testing/stand-in-api.ts';
import { aDevice, aDeviceUnanswered, server, signedIn } from './testing/world.ts';

const tokens = ['tok_AAAAAAAAAAAAAAAAAAAAAI', 'tok_BAAAAAAAAAAAAAAAAAAAAI'];
let api: StandInApi;
let old: { device: Device; store: DeviceStore };
let store: DeviceStore;

beforeEach(async () => {
  const { api: stage, device, store: kept } = await signedIn();
  api = stage;
  old = { device, store: kept };
  store = memoryStore();
});

/** The new phone's app, closed and opened again. */
const app = () => aDevice(api, store);

/** On the old device, with what will wait for the new one. */
async function started(): Promise<string> {
  const { id } = await old.device.transfer.start(tokens);
  Object.assign(api.offer('transfer', 'totp', 'hotp'), { recovery: id });
  return id;
}

test('what is missing for a transfer is told by name', async () => {
  api.transfer.missing = ['no-public-address'];
  expect(await old.device.transfer.status()).toMatchObject({ isPossible: false, missing: ['no-public-address'] });
});

test('a start whose answers were lost is asked again after a restart and is the same transfer', async () => {
  api.answersToLose = 4;
  await expect(old.device.transfer.start(tokens)).rejects.toThrow(NoAnswerError);
  const reopened = aDevice(api, old.store);
  const { id } = await reopened.transfer.start(tokens.toReversed());
  expect(api.transfer.started.size).toBe(1);
  expect((await reopened.state()).transfer).toMatchObject({ recovery: id, tokens });
});

test('a cancelled transfer leaves nothing behind, and the next one is another', async () => {
  const id = await started();
  await old.device.cancelRecovery(id);
  expect((await old.device.state()).transfer).toBeNull();
  expect((await old.device.transfer.start(tokens)).id).not.toBe(id);
});

test('a scanned activation goes on wherever the app was closed, and makes the installation one of the account', async () => {
  const id = await started();
  await app().transfer.activate({ qrText: api.transfer.qrText(id) }, 'new');
  expect(await app().transfer.look()).toMatchObject({ id, state: 'awaiting-device' });
  const held = await app().transfer.finish();
  expect(held.map(({ type, arrivedBy }) => [type, arrivedBy])).toEqual([
    ['totp', id],
    ['hotp', id],
  ]);
  expect(await app().state()).toMatchObject({
    account: { userName: 'ana', email: null, device: { model: 'new' } },
    activation: null,
    pendingClaims: [],
  });
  const [totp] = held;
  expect(api.accepts(totp?.id ?? '', (await app().code(totp?.id ?? '')).otp)).toBe(true);
});

test('a typed code is sent as it was meant; the account of an app that has one stays as it is', async () => {
  const id = await started();
  const second = await signedIn(api);
  const typed = api.transfer.code(id).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
  await second.device.transfer.activate({ userName: ' ana ', code: typed }, 'ignored');
  await second.device.transfer.finish();
  const { account, tokens: held } = await second.device.state();
  expect(account).toMatchObject({ email: 'ana@example.org' });
  expect(held).toHaveLength(2);
});

test('a typing error, and a QR code of another kind, are told without asking', async () => {
  const id = await started();
  api.requests.length = 0;
  const code = api.transfer.code(id).replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'));
  await expect(app().transfer.activate({ userName: 'ana', code }, 'new')).rejects.toThrow(MistypedActivationCodeError);
  const qrText = api.transfer.qrText(id).replace('activate', 'pair');
  await expect(app().transfer.activate({ qrText }, 'new')).rejects.toThrow(NoActivationCodeError);
  expect(api.requests).toEqual([]);
  expect((await app().state()).activation).toBeNull();
});

test('an activation whose answers were lost is asked again with the same body and the same keys', async () => {
  const id = await started();
  api.answersToLose = 4;
  await expect(app().transfer.activate({ qrText: api.transfer.qrText(id) }, 'new')).rejects.toThrow(NoAnswerError);
  expect(await app().transfer.look()).toMatchObject({ id, state: 'awaiting-device' });
  const asked = api.requests.filter(({ path }) => path.endsWith('/activations'));
  expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
  expect((await app().state()).activation).toMatchObject({ at: 'recovery', recovery: id, userName: 'ana' });
});

test('of two devices the first one gets the tokens, and nothing of it stays on the other', async () => {
  const id = await started();
  await aDevice(api).transfer.activate({ qrText: api.transfer.qrText(id) }, 'first');
  await expect(app().transfer.activate({ qrText: api.transfer.qrText(id) }, 'second')).rejects.toMatchObject({
    problem: { code: 'link-spent' },
  });
  expect(await app().state()).toMatchObject({ activation: null, account: null });
});

test('a claim whose answers were lost is finished by the same body, though the app belongs to nobody yet', async () => {
  const id = await started();
  await app().transfer.activate({ qrText: api.transfer.qrText(id) }, 'new');
  await expect(aDeviceUnanswered(api, store, '/claim').transfer.finish()).rejects.toThrow(NoAnswerError);
  expect((await app().state()).account).toBeNull();
  expect(await app().transfer.finish()).toHaveLength(2);
  expect(await app().state()).toMatchObject({ account: { userName: 'ana' }, activation: null });
  const claims = api.requests.filter(({ path }) => path.endsWith('/claim'));
  expect(new Set(claims.map(({ body }) => body)).size).toBe(1);
});

test('a restore begun with a claim still undecided keeps the keys that its tokens may be bound to', async () => {
  const id = await started();
  await app().transfer.activate({ qrText: api.transfer.qrText(id) }, 'new');
  await expect(aDeviceUnanswered(api, store, '/claim').transfer.finish()).rejects.toThrow(NoAnswerError);
  await app().restoring.start('ana', 'restore', 'new');
  expect(await app().transfer.finish()).toHaveLength(2);
});

test('an activation that was cancelled elsewhere is over here, too', async () => {
  const id = await started();
  await app().transfer.activate({ qrText: api.transfer.qrText(id) }, 'new');
  await old.device.cancelRecovery(id);
  expect(await app().transfer.look()).toMatchObject({ state: 'cancelled' });
  expect(await app().state()).toMatchObject({ activation: null, account: null });
});

test('an installation of an earlier version, which remembers less, is read all the same', async () => {
  const { transfer, activation, ...earlier } = emptyState(server);
  expect([transfer, activation]).toEqual([null, null]);
  await store.update(() => earlier as DeviceState);
  expect(await app().state()).toMatchObject({ transfer: null, activation: null });
});
