import { beforeEach, expect, test } from 'vitest';
import type { Device } from '../../device-sdk/device.ts';
import { newApp, newPasscode, passcode, restorable, type RestorableHolder } from '../../embedded/people/identity.ts';
import { eventually, killedOnceAt, mailsOf, reaches, useWorld } from './world.ts';

const scene = useWorld();
let ida: RestorableHolder;
let app: Device;

beforeEach(async () => {
  ida = await restorable(scene().cast, 'ida');
  app = newApp(scene().cast);
});

/** The worker dies at a step of one of hers. */
const workerKilledOnceAt = <T>(filter: Record<string, unknown>, deed: Promise<T>) =>
  killedOnceAt(scene(), 'worker', { 'account.id': ida.accountId, ...filter }, deed);

const whatHappened = async (id: string) => {
  const recovery = await reaches(scene(), { _id: id, state: 'completed' });
  return recovery.timeline.map(({ what }) => what);
};

async function modelsWithIdentity(): Promise<string[]> {
  const { bindings } = scene().cast.founding.database;
  const active = await bindings.find({ tokenId: ida.identity.id, state: 'active' }).sort({ startedAt: 1 }).toArray();
  return active.map(({ device }) => device.model);
}

test('INV-11 the worker killed after each step of a restore by code: the next carries it to its end, each mail sent once', async () => {
  await app.restoring.start(ida.userName, 'restore', 'iPhone12,3');
  const entered = eventually(() => app.restoring.enterRestoreCode(ida.restoreCode));
  const { id } = await workerKilledOnceAt({ kind: 'restore', version: 1 }, entered);
  const code = await scene().cast.mailbox.code(ida.email);
  await workerKilledOnceAt(
    { _id: id, version: 2 },
    eventually(() => app.enterMailCode(id, code)),
  );
  const identity = await workerKilledOnceAt(
    { _id: id, version: 3 },
    eventually(() => app.restoring.finish(newPasscode)),
  );

  expect(identity).toMatchObject({ isHere: true, restoration: { mustStoreCode: true } });
  expect(await whatHappened(id)).toEqual(['opened', 'mail-code-accepted', 'moved']);
  expect(await modelsWithIdentity()).toEqual(['iPhone12,3']);
  await expect.poll(() => mailsOf(scene(), id), { timeout: 60_000 }).toEqual({ 'mail-code': 1, completed: 1 });
});

test('INV-11 the worker killed after each step of a pairing: both devices have the identity, each mail sent once', async () => {
  const shown = eventually(() => ida.phone.pairing.start('duplication', passcode));
  const { recovery, qr } = await workerKilledOnceAt({ kind: 'duplication', version: 1 }, shown);
  const { id } = recovery;
  const scanned = app.restoring.scanPairing(qr, 'iPad8,9').catch(() => eventually(() => app.restoring.look()));
  const seen = await workerKilledOnceAt({ _id: id, version: 2 }, scanned);
  expect(seen?.pairing?.digits).toBe((await ida.phone.showRecovery(id)).pairing?.digits);
  await workerKilledOnceAt(
    { _id: id, version: 3 },
    eventually(() => ida.phone.pairing.confirm(id, passcode)),
  );
  await workerKilledOnceAt(
    { _id: id, version: 4 },
    eventually(() => app.restoring.finish(newPasscode)),
  );

  expect(await whatHappened(id)).toEqual(['opened', 'scanned', 'pairing-confirmed', 'moved']);
  expect(await modelsWithIdentity()).toEqual(['samsung SM-G970F', 'iPad8,9']);
  await expect.poll(() => mailsOf(scene(), id), { timeout: 60_000 }).toEqual({ 'pairing-started': 1, completed: 1 });
});
