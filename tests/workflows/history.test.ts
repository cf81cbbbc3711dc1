import proto from '@temporalio/proto';
import { beforeAll, describe, expect, test } from 'vitest';
import { offeredSeed } from '../../domain/otp.ts';
import { claims, enters, entersMailedCode, startsMigration, startsReload } from './deeds.ts';
import { encodingOf, historyOf } from './histories.ts';
import { aDevice, anOwner, mailedCode, wrongCode, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

const { History } = proto.temporal.api.history.v1;

// Real time: budgets are about the server of production.
const stage = useStage({ time: 'real' });

type Recorded = Awaited<ReturnType<typeof historyOf>>;

async function migrated(owner: Owner, device = aDevice()): Promise<{ id: string; code: string } & Recorded> {
  const id = await startsMigration(stage(), owner);
  const code = await mailedCode(stage(), owner, id);
  await enters(stage(), owner, id, code);
  await claims(stage(), owner, id, device);
  await stage().outcome(id);
  return { id, code, ...(await historyOf(stage(), id)) };
}

describe('the history of a completed migration', () => {
  const iphone = aDevice();
  let ana: Owner;
  let run: Awaited<ReturnType<typeof migrated>>;

  beforeAll(async () => {
    ana = await anOwner(stage());
    run = await migrated(ana, iphone);
  });

  test('W-05 has at most 45 events and 16 KiB', ({ annotate }) => {
    void annotate(`${String(run.events)} events, ${String(run.bytes)} bytes`);
    expect(run.events).toBeLessThanOrEqual(45);
    expect(run.bytes).toBeLessThanOrEqual(16 * 1024);
  });

  test('W-01 has no payload that is not encrypted', () => {
    expect(run.payloads.length).toBeGreaterThan(5);
    expect(new Set(run.payloads.map(encodingOf))).toEqual(new Set(['binary/encrypted']));
  });

  test('W-04 holds no code, seed, name or address in any form that can be read', async () => {
    const recovery = await stage().database.recoveries.findOne({ _id: run.id });
    const seed = offeredSeed(stage().deps.masterKey, recovery?.salt ?? '', run.id, ana.tokens[0] ?? '', iphone.id);
    const text = Buffer.from(History.encode(run.history).finish()).toString('latin1');
    const canaries = [run.code, Buffer.from(seed).toString('latin1'), ana.email, ana.accountId, '192.0.2.7', iphone.id];
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  });

  test('W-01 is found by attributes that say nothing about a person', async () => {
    const { typedSearchAttributes, workflowId, memo } = await stage().workflow(run.id).describe();
    const all = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
    const { BuildIds: _, ...ours } = Object.fromEntries(all) as Record<string, unknown>;
    expect(ours).toEqual({ LatchkeyKind: 'migration', LatchkeyPolicy: 1 });
    expect(workflowId).toMatch(/^rec_[\w-]{22}$/);
    expect(memo ?? {}).toEqual({});
  });
});

describe('W-05 a recovery as long as it can get', () => {
  test('stays below 200 events, 128 KiB and 16 KiB a payload', async ({ annotate }) => {
    const ben = await anOwner(stage(), 3);
    const reinstalled = aDevice();
    const id = await startsReload(stage(), ben, reinstalled);
    const right = await mailedCode(stage(), ben, id);
    for (let number = 1; number <= 4; number++)
      await expect(enters(stage(), ben, id, wrongCode(right, number))).rejects.toMatchObject({ code: 'wrong-code' });
    await entersMailedCode(stage(), ben, id);
    await claims(stage(), ben, id, reinstalled);
    await stage().outcome(id);
    const { history, events, bytes, payloads } = await historyOf(stage(), id);
    void annotate(`${String(events)} events, ${String(bytes)} bytes`);
    expect(events).toBeLessThanOrEqual(200);
    expect(bytes).toBeLessThanOrEqual(128 * 1024);
    expect(Math.max(...payloads.map(({ data }) => data?.length ?? 0))).toBeLessThanOrEqual(16 * 1024);
    // W-01: neither the words of a refusal nor the place in our code.
    expect(JSON.stringify(history)).not.toMatch(/not right|no longer valid|recovery\.ts/);
  });
});
