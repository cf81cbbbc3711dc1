import { beforeEach, describe, expect, test } from 'vitest';
import { agentCancels, cancels, claims, entersMailedCode, startsMigration } from './deeds.ts';
import { aDevice, anOwner, mailsTo, recordOf, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const hour = 3_600_000;
let ana: Owner;
let tokenId: string;
let before: Awaited<ReturnType<typeof recordOf>>;

beforeEach(async () => {
  ana = await anOwner(stage());
  tokenId = ana.tokens[0] ?? '';
  before = await recordOf(stage(), tokenId);
});

const templates = async () => (await mailsTo(stage(), ana.email)).map(({ template }) => template);

describe('migration', () => {
  test('completed: the new device has the token, the old one does not, and the owner is told', async () => {
    const id = await startsMigration(stage(), ana);
    await entersMailedCode(stage(), ana, id);
    const iphone = aDevice();
    await claims(stage(), ana, id, iphone);

    expect(await stage().outcome(id)).toBe('completed');
    const { token, bindings } = await recordOf(stage(), tokenId);
    expect(token).toMatchObject({ state: 'active', device: iphone, reservedBy: null });
    expect(bindings.map(({ device, state, seed }) => [device.id, state, seed === null])).toEqual([
      [ana.device.id, 'ended', true],
      [iphone.id, 'active', false],
    ]);
    expect(await templates()).toEqual(['mail-code', 'completed']);
  });

  test('closed by its owner before the code: the token is as it was', async () => {
    const id = await startsMigration(stage(), ana);
    await cancels(stage(), ana, id, 'prove-ownership');
    expect(await stage().outcome(id)).toBe('cancelled');
    expect(await recordOf(stage(), tokenId)).toEqual(before);
    expect((await mailsTo(stage(), ana.email)).at(-1)?.text).toContain('cancelled');
  });

  test('cancelled by its owner while it waits for the device: the token is as it was', async () => {
    const id = await startsMigration(stage(), ana);
    await entersMailedCode(stage(), ana, id);
    await cancels(stage(), ana, id);
    expect(await stage().outcome(id)).toBe('cancelled');
    expect(await recordOf(stage(), tokenId)).toEqual(before);
  });

  test('cancelled by staff: the reason is on record and reaches the owner', async () => {
    const id = await startsMigration(stage(), ana);
    await agentCancels(stage(), id, 'The caller asked for it');
    expect(await stage().outcome(id)).toBe('cancelled');
    const recovery = await stage().database.recoveries.findOne({ _id: id });
    expect(recovery?.timeline.at(-1)).toMatchObject({ what: 'cancelled', note: 'The caller asked for it' });
    expect((await mailsTo(stage(), ana.email)).at(-1)?.text).toContain('The caller asked for it');
    expect(await recordOf(stage(), tokenId)).toEqual(before);
  });

  test('expired while its owner should have entered the code: the token is as it was, and the owner is told', async () => {
    const id = await startsMigration(stage(), ana);
    expect(await stage().outcome(id)).toBe('expired');
    expect(await recordOf(stage(), tokenId)).toEqual(before);
    expect(await templates()).toEqual(['mail-code', 'ended']);
  });

  test('the app was never opened: still open after 71 hours, expired after 72, the token as it was, the owner told', async () => {
    const id = await startsMigration(stage(), ana);
    await entersMailedCode(stage(), ana, id);
    const { deadline } = (await stage().database.recoveries.findOne({ _id: id })) ?? {};
    expect(Math.round(((deadline?.getTime() ?? 0) - Date.now()) / hour)).toBe(72);
    await stage().time.pass(71 * hour);
    expect(await stage().database.recoveries.findOne({ _id: id })).toMatchObject({ state: 'awaiting-device' });

    expect(await stage().outcome(id)).toBe('expired');
    expect(await recordOf(stage(), tokenId)).toEqual(before);
    expect(await templates()).toEqual(['mail-code', 'ended']);
  });

  test('refused: a second one on the same token names the first, and changes nothing', async () => {
    const first = await startsMigration(stage(), ana);
    const reserved = await recordOf(stage(), tokenId);
    const second = startsMigration(stage(), ana);
    await expect(second).rejects.toMatchObject({ code: 'token-reserved', facts: { recoveryId: first } });
    expect(await recordOf(stage(), tokenId)).toEqual(reserved);
    expect(await stage().database.recoveries.countDocuments({ 'account.id': ana.accountId })).toBe(1);
  });
});
