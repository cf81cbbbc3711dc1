import { beforeEach, describe, expect, test } from 'vitest';
import { asksForAnother, claims, enters, entersMailedCode, startsMigration } from './deeds.ts';
import { aDevice, anOwner, mailedCode, mailsTo, recordOf, wrongCode, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const minute = 60_000;
let ana: Owner;
let id: string;

beforeEach(async () => {
  ana = await anOwner(stage());
  id = await startsMigration(stage(), ana);
});

const challenge = async () => (await stage().database.recoveries.findOne({ _id: id }))?.challenge;

describe('the mailed code', () => {
  test('C-02 is right until 9:59', async () => {
    await stage().time.pass(10 * minute - 2_000);
    await entersMailedCode(stage(), ana, id);
    expect(await stage().database.recoveries.findOne({ _id: id })).toMatchObject({ state: 'awaiting-device' });
  });

  test('C-02 is wrong from 10:00 on', async () => {
    await stage().time.pass(10 * minute);
    await expect(entersMailedCode(stage(), ana, id)).rejects.toMatchObject({ code: 'wrong-code' });
  });

  test('C-03 after five wrong codes even the right one is refused, and the token is as it was', async () => {
    const right = await mailedCode(stage(), ana, id);
    for (let left = 4; left >= 1; left--) {
      const wrong = enters(stage(), ana, id, wrongCode(right, left));
      await expect(wrong).rejects.toMatchObject({ code: 'wrong-code', facts: { attemptsLeft: left } });
    }
    const last = enters(stage(), ana, id, wrongCode(right, 5));
    await expect(last).rejects.toMatchObject({ code: 'attempts-exhausted' });
    await expect(enters(stage(), ana, id, right)).rejects.toMatchObject({ code: 'already-finished' });
    expect(await stage().outcome(id)).toBe('locked');
    expect((await recordOf(stage(), ana.tokens[0] ?? '')).token).toMatchObject({ state: 'active', reservedBy: null });
    expect((await mailsTo(stage(), ana.email)).map(({ template }) => template)).toEqual(['mail-code', 'ended']);
  });

  test('C-03 forty wrong codes at once cost exactly five attempts', async () => {
    const right = await mailedCode(stage(), ana, id);
    const guesses = Array.from({ length: 40 }, (_, number) => enters(stage(), ana, id, wrongCode(right, number + 1)));
    const answers = await Promise.allSettled(guesses);
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await stage().outcome(id)).toBe('locked');
    const { timeline = [] } = (await stage().database.recoveries.findOne({ _id: id })) ?? {};
    expect(timeline.filter(({ what }) => what === 'mail-code-refused')).toHaveLength(5);
  });

  test('C-05 the right code fifty times at once is accepted once', async () => {
    await Promise.allSettled(Array.from({ length: 50 }, () => entersMailedCode(stage(), ana, id)));
    const { timeline = [] } = (await stage().database.recoveries.findOne({ _id: id })) ?? {};
    expect(timeline.map(({ what }) => what)).toEqual(['opened', 'mail-code-accepted']);
  });

  test('C-06 is wrong in another browser, told like any wrong code', async () => {
    const code = await mailedCode(stage(), ana, id);
    const elsewhere = enters(stage(), ana, id, code, 'browser-2');
    await expect(elsewhere).rejects.toMatchObject({ code: 'wrong-code', facts: { attemptsLeft: 4 } });
  });

  test('C-07 a new one voids the former', async () => {
    const former = await mailedCode(stage(), ana, id);
    await stage().time.pass(minute);
    await asksForAnother(stage(), ana, id);
    const newer = await mailedCode(stage(), ana, id);
    await expect(enters(stage(), ana, id, former)).rejects.toMatchObject({ code: 'wrong-code' });
    await enters(stage(), ana, id, newer);
    await claims(stage(), ana, id, aDevice());
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('C-07 a new one is refused within a minute, with the time when it can be had', async () => {
    const issuedAt = (await challenge())?.issuedAt.getTime() ?? 0;
    const tooSoon = asksForAnother(stage(), ana, id);
    await expect(tooSoon).rejects.toMatchObject({ code: 'resend-too-soon', facts: { retryAt: issuedAt + minute } });
    expect(await challenge()).toMatchObject({ issue: 1, resendsLeft: 3 });
  });

  test('C-07 a new one can be had three times', async () => {
    for (let number = 1; number <= 3; number++) {
      await stage().time.pass(minute);
      await asksForAnother(stage(), ana, id);
    }
    await stage().time.pass(minute);
    await expect(asksForAnother(stage(), ana, id)).rejects.toMatchObject({ code: 'no-resends-left' });
    expect(await challenge()).toMatchObject({ issue: 4, resendsLeft: 0 });
    await entersMailedCode(stage(), ana, id);
  });
});
