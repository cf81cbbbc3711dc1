import { describe, expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { ProblemError } from '../../contracts/client.ts';
import type { Cast } from '../../embedded/people/cast.ts';
import { confirmedMigration, newPhone, otherThan, serialOf, startedMigration, unusedCode } from './migrating.ts';
import { useWorldWith } from './own-world.ts';
import { refusalOf } from './refused.ts';

const many = 1_000_000;
// What keeps bursts away from the rules is lifted, so that the rules themselves are seen to hold.
const stage = useWorldWith({
  answersPerMinute: many,
  anonymousPerHour: many,
  signInsPerHour: many,
  startsPerHour: many,
  startsPerDay: many,
  codeMailsPerDay: many,
  otpDelayPerFailureMs: 0,
  resendAfterMs: 30_000,
  resends: 1,
});
const enter = (id: string, code: string) => ({ params: { id }, body: { code } });

async function codesOf(asked: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(asked);
  return settled.map((one) => {
    if (one.status === 'fulfilled') return 'yes';
    return one.reason instanceof ProblemError ? one.reason.problem.code : 'no answer';
  });
}

function timelineOf(cast: Cast, recoveryId: string): Promise<string[]> {
  const { recoveries } = cast.founding.database;
  return recoveries.findOne({ _id: recoveryId }).then((found) => (found?.timeline ?? []).map(({ what }) => what));
}

describe('a burst', () => {
  test(
    'C-05 of fifty right codes is accepted once, and every one of the fifty is told yes',
    { timeout: 120_000 },
    async () => {
      const { cast } = stage;
      const ana = await cast.person('fifty', 'samsung SM-G970F', 1);
      for (let round = 0; round < 3; round++) {
        const { recovery, code } = await startedMigration(cast, ana);
        const asked = Array.from({ length: 50 }, () =>
          ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code)),
        );
        expect(new Set(await codesOf(asked))).toEqual(new Set(['yes']));
        expect(await timelineOf(cast, recovery.id)).toEqual(['opened', 'mail-code-accepted']);
        await ana.portal.ask(portalRoutes.cancelRecovery, { params: { id: recovery.id }, body: {} });
      }
    },
  );

  test(
    'C-03 of two hundred wrong codes is evaluated five times at most; then even the right one is refused',
    { timeout: 120_000 },
    async () => {
      const { cast } = stage;
      const ana = await cast.person('guesses', 'samsung SM-G970F', 1);
      const [tokenId = ''] = ana.tokens;
      const { tokens, accounts } = cast.founding.database;
      const before = await tokens.findOne({ _id: tokenId });
      const { recovery, code } = await startedMigration(cast, ana);
      const guesses = Array.from({ length: 201 }, (_, number) => String(number).padStart(6, '0')).filter(
        (guess) => guess !== code,
      );
      const codes = await codesOf(
        guesses.slice(0, 200).map((guess) => ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, guess))),
      );
      expect(codes).not.toContain('yes');
      expect((await timelineOf(cast, recovery.id)).filter((what) => what === 'mail-code-refused')).toHaveLength(5);
      expect(codes.filter((answer) => answer === 'wrong-code').length).toBeLessThanOrEqual(4);
      expect(await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code)))).toMatchObject({
        code: 'already-finished',
      });
      expect(await tokens.findOne({ _id: tokenId })).toEqual(before);
      expect(await accounts.findOne({ _id: ana.accountId })).toMatchObject({ failures: 5 });
    },
  );

  test('INV-1 of two devices that claim at once moves the token to exactly one', { timeout: 180_000 }, async () => {
    const { cast } = stage;
    const ana = await cast.person('race', 'samsung SM-G970F', 1);
    const [tokenId = ''] = ana.tokens;
    const { bindings, tokens } = cast.founding.database;
    for (let round = 0; round < 5; round++) {
      const { id } = await confirmedMigration(cast, ana);
      const rivals = [await newPhone(cast, ana), await newPhone(cast, ana)];
      const codes = await codesOf(rivals.map(({ device, waiting }) => device.claim(waiting)));
      expect(codes.toSorted()).toEqual(['already-finished', 'yes']);
      const winner = rivals[codes.indexOf('yes')]?.device;
      const deviceId = (await winner?.state())?.account?.device.id;
      expect(await bindings.countDocuments({ tokenId, state: 'active' })).toBe(1);
      expect(await tokens.findOne({ _id: tokenId })).toMatchObject({ device: { id: deviceId }, reservedBy: null });
      expect((await timelineOf(cast, id)).filter((what) => what === 'moved')).toHaveLength(1);
    }
  });

  test('T-05 of twenty right one-time passwords is accepted once', async () => {
    const { cast } = stage;
    const ana = await cast.person('twenty', 'samsung SM-G970F', 1);
    const serial = await serialOf(ana.phone);
    const otp = await unusedCode(ana.phone, ana.tokens[0] ?? '');
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => cast.isAccepted(serial, otp)));
    expect(verdicts.filter((isAccepted) => isAccepted)).toHaveLength(1);
  });
});

test('T-06 ten wrong one-time passwords lock the token: then even the right one is refused', async () => {
  const { cast } = stage;
  const ana = await cast.person('locked', 'samsung SM-G970F', 1);
  const [tokenId = ''] = ana.tokens;
  const serial = await serialOf(ana.phone);
  const right = await unusedCode(ana.phone, tokenId);
  for (let guess = 0; guess < 9; guess++) expect(await cast.isAccepted(serial, otherThan(right))).toBe(false);
  expect(await cast.founding.database.tokens.findOne({ _id: tokenId })).toMatchObject({ state: 'active' });
  expect(await cast.isAccepted(serial, otherThan(right))).toBe(false);
  expect(await cast.founding.database.tokens.findOne({ _id: tokenId })).toMatchObject({ state: 'locked' });
  expect(await cast.isAccepted(serial, right)).toBe(false);
  const { tokens } = await ana.portal.ask(portalRoutes.listTokens, {});
  expect(tokens[0]).toMatchObject({ state: 'locked', actions: ['delete', 'disable', 'migrate'] });
});

test(
  'C-07 a resend says when it is too soon; then it voids the former code, and is the last',
  { timeout: 120_000 },
  async () => {
    const { cast } = stage;
    const ana = await cast.person('resend', 'samsung SM-G970F', 1);
    const { recovery, code } = await startedMigration(cast, ana);
    const at = { params: { id: recovery.id } };
    const early = await refusalOf(ana.portal.ask(portalRoutes.resendMailCode, at));
    expect(early).toMatchObject({ code: 'resend-too-soon', status: 429, retryAt: recovery.challenge?.resendAt });
    const first = await cast.mailbox.newest(ana.email, 'mail-code');
    const isResent = () =>
      ana.portal.ask(portalRoutes.resendMailCode, at).then(({ challenge }) => challenge?.resendsLeft);
    await expect.poll(() => isResent().catch(() => 'too soon'), { interval: 2_000, timeout: 60_000 }).toBe(0);
    const second = await cast.mailbox.code(ana.email, first.id);
    expect(second).not.toBe(code);
    expect(await refusalOf(ana.portal.ask(portalRoutes.resendMailCode, at))).toMatchObject({
      code: 'no-resends-left',
      status: 409,
    });
    expect(await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code)))).toMatchObject({
      code: 'wrong-code',
      attemptsLeft: 4,
    });
    expect(await ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, second))).toMatchObject({
      state: 'awaiting-device',
    });
  },
);

test('C-04 a completed recovery ends the count of wrong codes in a row', async () => {
  const { cast } = stage;
  const ana = await cast.person('forgiven', 'samsung SM-G970F', 1);
  const { recovery, code } = await startedMigration(cast, ana);
  await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, otherThan(code))));
  const { accounts } = cast.founding.database;
  expect(await accounts.findOne({ _id: ana.accountId })).toMatchObject({ failures: 1 });
  await ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code));
  const { device, waiting } = await newPhone(cast, ana);
  await device.claim(waiting);
  expect(await accounts.findOne({ _id: ana.accountId })).toMatchObject({ failures: 0, lastFailureAt: null });
});
