import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { system } from '../../domain/words.ts';
import { closeRecovery } from '../../store/recoveries/close.ts';
import { sweep } from '../../worker/sweeper.ts';
import { aNewDevice, anIdentityOwner, type IdentityOwner } from './identities.ts';
import { mailsTo, recordOf } from './owners.ts';
import { getsIdentity, isAwaitedByCode, isAwaitedByQr, scans, showsQrCode, startsRestore } from './restoring.ts';
import { useStage } from './use-stage.ts';

// Real time: the time-skipping server cannot list workflows.
const stage = useStage({ time: 'real' });
const silent = pino({ level: 'silent' });
let ida: IdentityOwner;
let iphone: Awaited<ReturnType<typeof aNewDevice>>;
let before: Awaited<ReturnType<typeof record>>;

const record = () => recordOf(stage(), ida.identity);
const recovery = (id: string) => stage().database.recoveries.findOne({ _id: id });
const sweeps = () => sweep(stage().time.client, stage().deps, silent);

beforeEach(async () => {
  ida = await anIdentityOwner(stage());
  iphone = await aNewDevice();
  before = await record();
});

async function scanned(): Promise<string> {
  const id = await showsQrCode(stage(), ida, 'duplication');
  await scans(stage(), id, iphone);
  return id;
}

const steps: Record<string, () => Promise<string>> = {
  'at the second code': () => startsRestore(stage(), ida, iphone),
  'that waits for the passcode, by code': () => isAwaitedByCode(stage(), ida, iphone),
  'that shows a QR code': () => showsQrCode(stage(), ida),
  'that was scanned': scanned,
  'that waits for the passcode, by QR code': () => isAwaitedByQr(stage(), ida, iphone, 'duplication'),
};

describe.each(Object.entries(steps))('INV-4 a recovery %s', (_, reaches) => {
  test("cancelled by Temporal's own cancel leaves the identity as it was, and its owner is told", async () => {
    const id = await reaches();
    await stage().workflow(id).cancel();
    expect(await stage().outcome(id)).toBe('cancelled');
    expect(await record()).toEqual(before);
    expect((await mailsTo(stage(), ida.email)).at(-1)?.template).toBe('ended');
  });

  test('whose workflow was terminated is closed by the next sweep, the identity as it was', async () => {
    const id = await reaches();
    await stage().workflow(id).terminate();
    await expect.poll(async () => (await sweeps(), (await recovery(id))?.state), { timeout: 20_000 }).toBe('failed');
    expect(await recovery(id)).toMatchObject({ trouble: { cause: 'workflow-gone' } });
    expect(await record()).toEqual(before);
  });
});

test.each(['restore', 'duplication'] as const)(
  'INV-5 a %s cancelled at the moment of its claim ends one way or the other, and the identity with it',
  async (kind) => {
    const id = await isAwaitedByQr(stage(), ida, iphone, kind);
    await Promise.allSettled([getsIdentity(stage(), ida, id, iphone), stage().workflow(id).cancel()]);
    const outcome = await stage().outcome(id);
    expect(await recovery(id)).toMatchObject({ state: outcome });
    if (outcome === 'cancelled') expect(await record()).toEqual(before);
    const { token, bindings } = await record();
    expect(token).toMatchObject({ state: 'active', reservedBy: null });
    const active = bindings.filter(({ state }) => state === 'active').map(({ device }) => device.id);
    const first = kind === 'restore' ? [] : [ida.device.id];
    expect(active).toEqual(outcome === 'completed' ? [...first, iphone.id] : [ida.device.id]);
  },
);

test('the undo of a completed restore changes nothing', async () => {
  const id = await isAwaitedByQr(stage(), ida, iphone);
  await getsIdentity(stage(), ida, id, iphone);
  const [completed, moved] = [await recovery(id), await record()];
  await closeRecovery(stage().database, id, system, 'failed');
  expect([await recovery(id), await record()]).toEqual([completed, moved]);
});
