import proto from '@temporalio/proto';
import { beforeAll, describe, expect, test } from 'vitest';
import { pairingSecret } from '../../domain/pairing.ts';
import { asksForAnother, enters } from './deeds.ts';
import { encodingOf, historyOf } from './histories.ts';
import { aKey, aNewDevice, anIdentityOwner, isShownRestoreCode, type IdentityOwner } from './identities.ts';
import { mailedCode, wrongCode } from './owners.ts';
import { confirms, entersSecondCode, getsIdentity, isAwaitedByCode, isAwaitedByQr, scans } from './restoring.ts';
import { showsQrCode, startsRestore } from './restoring.ts';
import { useStage } from './use-stage.ts';

const { History } = proto.temporal.api.history.v1;

// Real time: budgets are about the server of production.
const stage = useStage({ time: 'real' });
const ways = { code: isAwaitedByCode, qr: isAwaitedByQr };

describe.each(['code', 'qr'] as const)('the history of a completed restore by %s', (way) => {
  let ida: IdentityOwner;
  let canaries: string[];
  let run: Awaited<ReturnType<typeof historyOf>> & { id: string };

  beforeAll(async () => {
    ida = await anIdentityOwner(stage());
    const [iphone, key] = [await aNewDevice(), await aKey()];
    const id = await ways[way](stage(), ida, iphone);
    const code = way === 'code' ? [await mailedCode(stage(), ida, id)] : [pairingSecret(stage().deps.masterKey, id)];
    await getsIdentity(stage(), ida, id, iphone, key);
    await stage().outcome(id);
    run = { id, ...(await historyOf(stage(), id)) };
    const devices = [iphone.id, iphone.thumbprint, iphone.encryptionKey.x, key.publicKey.x, ida.device.id];
    canaries = [...code, ida.email, ida.accountId, ida.identity, '192.0.2.7', '192.0.2.8', ...devices];
  });

  test('W-05 has at most 55 events and 12 KiB', ({ annotate }) => {
    void annotate(`${String(run.events)} events, ${String(run.bytes)} bytes`);
    expect(run.events).toBeLessThanOrEqual(55);
    expect(run.bytes).toBeLessThanOrEqual(12 * 1024);
  });

  test('W-01 has no payload that is not encrypted', () => {
    expect(run.payloads.length).toBeGreaterThan(5);
    expect(new Set(run.payloads.map(encodingOf))).toEqual(new Set(['binary/encrypted']));
  });

  test('W-04 holds no code, key, name or address in any form that can be read', () => {
    const text = Buffer.from(History.encode(run.history).finish()).toString('latin1');
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  });

  test('W-01 is found by attributes that say nothing about a person', async () => {
    const { typedSearchAttributes, memo } = await stage().workflow(run.id).describe();
    const all = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
    const { BuildIds: _, ...ours } = Object.fromEntries(all) as Record<string, unknown>;
    expect(ours).toEqual({ LatchkeyKind: 'restore', LatchkeyPolicy: 1 });
    expect(memo ?? {}).toEqual({});
  });
});

async function withinBudget(id: string): Promise<string> {
  const { history, events, bytes, payloads } = await historyOf(stage(), id);
  expect(events).toBeLessThanOrEqual(200);
  expect(bytes).toBeLessThanOrEqual(128 * 1024);
  expect(Math.max(...payloads.map(({ data }) => data?.length ?? 0))).toBeLessThanOrEqual(16 * 1024);
  // W-01: neither the words of a refusal nor the place in our code.
  expect(JSON.stringify(history)).not.toMatch(/not right|no longer valid|not possible|\w\.ts\b/);
  return `${String(events)} events, ${String(bytes)} bytes`;
}

describe('W-05 as long as it can get, a history stays below 200 events, 128 KiB and 16 KiB a payload:', () => {
  test('a restore with four wrong codes and claims by other devices', async ({ annotate }) => {
    const ida = await anIdentityOwner(stage(), { devices: 2 });
    const iphone = await aNewDevice();
    const id = await startsRestore(stage(), ida, iphone);
    const right = await mailedCode(stage(), ida, id);
    await expect(asksForAnother(stage(), ida, id)).rejects.toMatchObject({ code: 'resend-too-soon' });
    for (let number = 1; number <= 4; number++) {
      const wrong = enters(stage(), ida, id, wrongCode(right, number), iphone.thumbprint);
      await expect(wrong).rejects.toMatchObject({ code: 'wrong-code' });
    }
    await entersSecondCode(stage(), ida, id, iphone);
    for (let number = 1; number <= 5; number++)
      await expect(getsIdentity(stage(), ida, id, await aNewDevice())).rejects.toMatchObject({ code: 'not-found' });
    await getsIdentity(stage(), ida, id, iphone);
    await stage().outcome(id);
    void annotate(await withinBudget(id));
  });

  test('a pairing that others try to scan and to confirm', async ({ annotate }) => {
    const ida = await anIdentityOwner(stage(), { devices: 2 });
    await isShownRestoreCode(stage(), ida);
    const iphone = await aNewDevice();
    const id = await showsQrCode(stage(), ida);
    const shower = await stage().database.devices.findOne({ _id: ida.device.id });
    const itself = { ...iphone, thumbprint: shower?.thumbprint ?? '' };
    await expect(scans(stage(), id, itself)).rejects.toMatchObject({ code: 'link-spent' });
    await scans(stage(), id, iphone);
    for (let number = 1; number <= 5; number++) {
      await expect(confirms(stage(), ida, id, await aNewDevice())).rejects.toMatchObject({ code: 'not-found' });
      await expect(scans(stage(), id, await aNewDevice())).rejects.toMatchObject({ code: 'wrong-step' });
    }
    await confirms(stage(), ida, id, ida.device);
    await getsIdentity(stage(), ida, id, iphone);
    await stage().outcome(id);
    void annotate(await withinBudget(id));
  });
});
