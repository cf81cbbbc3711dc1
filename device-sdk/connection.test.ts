import { expect, test } from 'vitest';
import { NoAnswerError, ProblemError } from '../contracts/client.ts';
import { memoryStore } from './memory-store.ts';
import { StandInApi } from './testing/stand-in-api.ts';
import { aDevice, ana, signedIn } from './testing/world.ts';

test('an unanswered request is sent again with the same body and key, each time with a fresh proof', async () => {
  const { api, device } = await signedIn();
  api.requests.length = api.proofs.length = 0;
  api.answersToLose = 3;
  const recovery = await device.startReload('dev_AAAAAAAAAAAAAAAAAAAAAA');
  expect(api.requests).toHaveLength(4);
  expect(new Set(api.requests.map((request) => JSON.stringify(request))).size).toBe(1);
  expect(new Set(api.proofs.map(({ jti }) => jti)).size).toBe(4);
  expect([...api.recoveries.keys()]).toEqual([recovery.id]);
});

test('after four askings without an answer the outcome is reported as unknown', async () => {
  const { api, device } = await signedIn();
  api.answersToLose = 4;
  await expect(device.listWaiting()).rejects.toThrow(NoAnswerError);
});

test('a wrong clock is put right by the first refusal, for calls and for codes, and stays right after a restart', async () => {
  const { api, store, device } = await signedIn();
  const now = () => Date.now() - 3_600_000;
  const slow = aDevice(api, store, now);
  const offer = api.offer('migration', 'totp');
  const [waiting] = await slow.listWaiting();
  expect(waiting?.recovery).toBe(offer.recovery);
  if (waiting !== undefined) await slow.claim(waiting);
  const restarted = aDevice(api, store, now);
  const [token] = (await device.state()).tokens;
  const code = await restarted.code(token?.id ?? '', now() + 30_000);
  api.clockAheadMs = 30_000;
  expect(api.accepts(token?.id ?? '', code.otp)).toBe(true);
});

test('D-06 an unknown device is wiped and says so until the next sign-in', async () => {
  const { api, device } = await signedIn();
  api.offer('migration', 'totp');
  for (const waiting of await device.listWaiting()) await device.claim(waiting);
  api.devices.clear();
  await expect(device.sync()).rejects.toThrow(ProblemError);
  expect(await device.state()).toMatchObject({ account: null, keys: null, tokens: [], wasSignedOut: true });
  await device.signIn(ana);
  expect(await device.state()).toMatchObject({ wasSignedOut: false });
});

test('a refused sign-in leaves keys that the next one uses, so that a lost answer makes no second device', async () => {
  const api = new StandInApi();
  const device = aDevice(api, memoryStore());
  await expect(device.signIn({ ...ana, password: 'wrong' })).rejects.toThrow(ProblemError);
  api.answersToLose = 1;
  await device.signIn(ana);
  expect(api.devices.size).toBe(1);
});

test('a proof that the network delivered twice is replaced once, and no more than once', async () => {
  const { api, device } = await signedIn();
  api.proofsToRefuse = 1;
  await expect(device.listWaiting()).resolves.toEqual([]);
  api.proofsToRefuse = 2;
  await expect(device.listWaiting()).rejects.toMatchObject({ problem: { code: 'proof-invalid' } });
});

test('D-04 keys that turn out to belong to another account are replaced, and nobody is stranded', async () => {
  const api = new StandInApi();
  const device = aDevice(api);
  await expect(device.signIn({ ...ana, password: 'wrong' })).rejects.toThrow(ProblemError);
  api.takenKeys.add(api.proofs[0]?.thumbprint ?? '');
  await device.signIn(ana);
  expect(new Set(api.proofs.map(({ thumbprint }) => thumbprint)).size).toBe(2);
  for (const { thumbprint } of api.proofs) api.takenKeys.add(thumbprint);
  await expect(device.signIn(ana)).rejects.toMatchObject({ problem: { code: 'device-key-taken' } });
});
