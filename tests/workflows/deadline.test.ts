import { beforeEach, describe, expect, test } from 'vitest';
import { agentExtends, cancels, claims, entersMailedCode, startsMigration } from './deeds.ts';
import { aDevice, anOwner, mailsTo, recordOf, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const hour = 3_600_000;
let ana: Owner;
let id: string;

beforeEach(async () => {
  ana = await anOwner(stage());
  id = await startsMigration(stage(), ana);
  await entersMailedCode(stage(), ana, id);
});

const deadline = async () => (await stage().database.recoveries.findOne({ _id: id }))?.deadline.getTime() ?? 0;

describe('extend', () => {
  test('prolongs the deadline of recovery and token by a day, and the owner is told why', async () => {
    const before = await deadline();
    await agentExtends(stage(), id, 'On holiday');
    expect((await deadline()) - before).toBe(24 * hour);
    const { token } = await recordOf(stage(), ana.tokens[0] ?? '');
    expect(token?.reservedBy?.deadline.getTime()).toBe(await deadline());
    expect((await mailsTo(stage(), ana.email)).at(-1)?.text).toContain('On holiday');
  });

  test('lets the device claim after the former deadline', async () => {
    await agentExtends(stage(), id, 'On holiday');
    await stage().time.pass(73 * hour);
    await claims(stage(), ana, id, aDevice());
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('only puts the end off', async () => {
    await agentExtends(stage(), id, 'On holiday');
    await stage().time.pass(95 * hour);
    expect(await stage().database.recoveries.findOne({ _id: id })).toMatchObject({ state: 'awaiting-device' });
    expect(await stage().outcome(id)).toBe('expired');
  });

  test('is possible three times', async () => {
    for (const reason of ['first', 'second', 'third']) await agentExtends(stage(), id, reason);
    await expect(agentExtends(stage(), id, 'fourth')).rejects.toMatchObject({ code: 'not-possible' });
    expect(await stage().database.recoveries.findOne({ _id: id })).toMatchObject({ extensionsLeft: 0 });
  });

  test('is refused once the recovery has ended', async () => {
    await cancels(stage(), ana, id);
    await stage().outcome(id);
    await expect(agentExtends(stage(), id, 'too late')).rejects.toMatchObject({ code: 'already-finished' });
  });
});

describe('a message at the wrong moment', () => {
  test('CLOSE of the code dialog after CONFIRM changes nothing', async () => {
    await expect(cancels(stage(), ana, id, 'prove-ownership')).rejects.toMatchObject({ code: 'wrong-step' });
    expect(await stage().database.recoveries.findOne({ _id: id })).toMatchObject({ state: 'awaiting-device' });
  });

  test('a claim before CONFIRM is refused', async () => {
    const eva = await anOwner(stage());
    const early = await startsMigration(stage(), eva);
    await expect(claims(stage(), eva, early, aDevice())).rejects.toMatchObject({ code: 'wrong-step' });
    expect(await stage().database.recoveries.findOne({ _id: early })).toMatchObject({ state: 'proving', version: 1 });
  });

  test('of another account is answered as if nothing were there', async () => {
    const mallory = await anOwner(stage());
    await expect(claims(stage(), mallory, id, aDevice())).rejects.toMatchObject({ code: 'not-found' });
    await expect(cancels(stage(), mallory, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await stage().database.recoveries.findOne({ _id: id })).toMatchObject({
      state: 'awaiting-device',
      version: 2,
    });
  });
});
