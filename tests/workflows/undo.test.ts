import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recoveryActivities } from '../../activities/recoveries.ts';
import { closeRecovery } from '../../store/recoveries/close.ts';
import { system } from '../../domain/words.ts';
import { newId } from '../../store/ids.ts';
import { startForgottenLetters } from '../../worker/forgotten-letters.ts';
import { sweep } from '../../worker/sweeper.ts';
import { claims, enters, entersMailedCode, startsMigration } from './deeds.ts';
import { aDevice, anOwner, mailedCode, mailsTo, recordOf, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

// Real time: the time-skipping server cannot list workflows.
const stage = useStage({ time: 'real' });
const silent = pino({ level: 'silent' });
let ana: Owner;
let before: Awaited<ReturnType<typeof recordOf>>;

beforeEach(async () => {
  ana = await anOwner(stage());
  before = await recordOf(stage(), ana.tokens[0] ?? '');
});

afterEach(() => vi.restoreAllMocks());

const record = () => recordOf(stage(), ana.tokens[0] ?? '');
const recovery = (id: string) => stage().database.recoveries.findOne({ _id: id });
const sweeps = () => sweep(stage().time.client, stage().deps, silent);

describe("a workflow cancelled by Temporal's own cancel", () => {
  test('gives the token back before the code', async () => {
    const id = await startsMigration(stage(), ana);
    await stage().workflow(id).cancel();
    expect(await stage().outcome(id)).toBe('cancelled');
    expect(await record()).toEqual(before);
    expect((await mailsTo(stage(), ana.email)).map(({ template }) => template)).toEqual(['mail-code', 'ended']);
  });

  test('gives the token back while it waits for the device', async () => {
    const id = await startsMigration(stage(), ana);
    await entersMailedCode(stage(), ana, id);
    await stage().workflow(id).cancel();
    expect(await stage().outcome(id)).toBe('cancelled');
    expect(await record()).toEqual(before);
  });

  test('at the moment of the claim ends one way or the other, and the token with it', async () => {
    const id = await startsMigration(stage(), ana);
    await entersMailedCode(stage(), ana, id);
    const iphone = aDevice();
    await Promise.allSettled([claims(stage(), ana, id, iphone), stage().workflow(id).cancel()]);
    const outcome = await stage().outcome(id);
    const { token } = await record();
    expect(token).toMatchObject({ state: 'active', reservedBy: null });
    expect(await recovery(id)).toMatchObject({ state: outcome });
    expect(token?.device?.id).toBe(outcome === 'completed' ? iphone.id : ana.device.id);
  });
});

describe('a terminated workflow', () => {
  test('has its token given back by the next sweep, and staff see the cause', async () => {
    const id = await startsMigration(stage(), ana);
    await entersMailedCode(stage(), ana, id);
    await stage().workflow(id).terminate();
    await expect.poll(async () => (await sweeps(), (await recovery(id))?.state), { timeout: 20_000 }).toBe('failed');
    expect(await recovery(id)).toMatchObject({ trouble: { cause: 'workflow-gone' } });
    expect(await record()).toEqual(before);
  });

  test('that is not even in the list of the ended is found once its deadline has passed by a minute', async () => {
    const id = await startsMigration(stage(), ana);
    await stage().workflow(id).terminate();
    const { deadline } = (await recovery(id)) ?? {};
    const late = (deadline?.getTime() ?? 0) + 61_000;
    await sweep(stage().time.client, stage().deps, silent, late);
    expect(await recovery(id)).toMatchObject({ state: 'failed' });
    expect(await record()).toEqual(before);
  });

  test('is closed once, however many workers sweep', async () => {
    const id = await startsMigration(stage(), ana);
    await stage().workflow(id).terminate();
    await expect.poll(async () => (await sweeps(), (await recovery(id))?.state), { timeout: 20_000 }).toBe('failed');
    const closed = await recovery(id);
    await Promise.all([sweeps(), sweeps(), sweeps()]);
    expect(await recovery(id)).toEqual(closed);
  });
});

describe('the owner of a recovery whose workflow was terminated', () => {
  const started = () =>
    startForgottenLetters(stage().time.client, stage().database, Date.now() + 31_000).then(() => undefined);
  const told = async () =>
    (await mailsTo(stage(), ana.email)).filter(({ template }) => template === 'ended').map(({ id }) => id);

  async function terminated(): Promise<string> {
    const id = await startsMigration(stage(), ana);
    await stage().workflow(id).terminate();
    return id;
  }
  async function closed(id: string): Promise<string> {
    const isFailed = async () => (await Promise.all([sweeps(), sweeps()]), (await recovery(id))?.state);
    await expect.poll(isFailed, { timeout: 20_000 }).toBe('failed');
    return `${id}/${String((await recovery(id))?.version)}`;
  }

  test('is told that it ended, once, however many workers sweep and deliver', async () => {
    const id = await terminated();
    const mailId = await closed(id);
    await Promise.all([sweeps(), sweeps()]);
    await Promise.all([started(), started()]);
    await stage().time.client.workflow.getHandle(mailId).result();
    await Promise.all([sweeps(), started()]);
    const mails = await mailsTo(stage(), ana.email);
    expect(mails.map(({ template }) => template)).toEqual(['mail-code', 'ended']);
    expect(mails[1]).toMatchObject({ id: mailId, recoveryId: id });
    expect(await stage().database.letters.countDocuments({ accountId: ana.accountId })).toBe(0);
  });

  test('is told once also when a step of the workflow was still under way', async () => {
    const id = await terminated();
    const mailId = await closed(id);
    await recoveryActivities(stage().deps).closeRecovery({ recoveryId: id, by: system, ending: 'failed' });
    expect(await told()).toEqual([mailId]);
    await started();
    await stage().time.client.workflow.getHandle(mailId).result();
    expect(await told()).toEqual([mailId]);
  });

  test('is not left untold: where the letter cannot be put down, nothing is closed until it can', async () => {
    const id = await terminated();
    const { deadline } = (await recovery(id)) ?? {};
    const late = (deadline?.getTime() ?? 0) + 61_000;
    const closes = () => sweep(stage().time.client, stage().deps, silent, late);
    vi.spyOn(stage().database.letters, 'insertOne').mockRejectedValueOnce(new Error('killed'));
    await expect(closes()).rejects.toThrow('killed');
    expect(await recovery(id)).toMatchObject({ state: 'proving', endedAt: null });
    await closes();
    expect(await recovery(id)).toMatchObject({ state: 'failed' });
    expect(await stage().database.letters.countDocuments({ recoveryId: id })).toBe(1);
  });
});

describe('sweeping', () => {
  test('leaves a recovery alone that is merely late', async () => {
    const id = await startsMigration(stage(), ana);
    const open = await recovery(id);
    await sweep(stage().time.client, stage().deps, silent, (open?.deadline.getTime() ?? 0) + 61_000);
    expect(await recovery(id)).toEqual(open);
    await enters(stage(), ana, id, await mailedCode(stage(), ana, id));
  });
});

describe('the undo', () => {
  test('of a recovery that never began is harmless', async () => {
    expect(await closeRecovery(stage().database, newId('rec'), system, 'failed')).toBeNull();
  });

  test('of a completed recovery changes nothing', async () => {
    const id = await startsMigration(stage(), ana);
    await entersMailedCode(stage(), ana, id);
    await claims(stage(), ana, id, aDevice());
    const [completed, moved] = [await recovery(id), await record()];
    await closeRecovery(stage().database, id, system, 'failed');
    expect([await recovery(id), await record()]).toEqual([completed, moved]);
  });
});
