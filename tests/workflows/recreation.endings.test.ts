import { describe, expect, test } from 'vitest';
import { guides } from '../../domain/guides.ts';
import { agentCancels, asksForAnother, cancels, enters, entersMailedCode } from './deeds.ts';
import { agent, mailedCode, mailsTo, recordOf, wrongCode } from './owners.ts';
import {
  activatable,
  anApp,
  answersQuestions,
  aQuestionedOwner,
  asksSupport,
  confirms,
  decidesCaller,
  entersFirstCode,
  finishes,
  misplaces,
  questioned,
  registers,
  startsOver,
  supervisor,
  verifiesCaller,
} from './recreating.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const minute = 60_000;
const hour = 60 * minute;

const templates = async (email: string) => (await mailsTo(stage(), email)).map(({ template }) => template);

describe('a recreation', () => {
  test('enters the steps of its guide, makes a new seed under a new serial number, and is told each step', async () => {
    const { owner, id } = await activatable(stage());
    const before = await recordOf(stage(), owner.tokens[0] ?? '');
    await finishes(stage(), owner, id);
    expect(await stage().outcome(id)).toBe('completed');
    expect(stage().stepsEntered(id)).toEqual(guides.recreation.map((step) => step.id));
    const { token, bindings } = await recordOf(stage(), owner.tokens[0] ?? '');
    expect(token).toMatchObject({ state: 'active', reservedBy: null });
    expect(token).not.toHaveProperty('suspendedBy');
    expect(token?.serial).not.toBe(before.token?.serial);
    expect(bindings.map(({ state, end }) => [state, end?.reason])).toEqual([
      ['ended', 'recreated'],
      ['active', undefined],
    ]);
    expect(await templates(owner.email)).toEqual(['mail-code', 'recreation-news', 'completed']);
  });

  test('by questions alone has no step for a mailed code', async () => {
    const owner = await aQuestionedOwner(stage());
    const id = await misplaces(stage(), owner, { way: 'questions' });
    await answersQuestions(stage(), owner, id);
    await confirms(stage(), owner, id);
    await finishes(stage(), owner, id);
    expect(await stage().outcome(id)).toBe('completed');
    expect(stage().stepsEntered(id)).toEqual(guides['recreation-by-questions'].map((step) => step.id));
  });

  test('Q-05 takes three rounds of answers and no fourth, and then support helps', async () => {
    const { owner, id } = await questioned(stage());
    for (const attemptsLeft of [2, 1, 0])
      await expect(
        answersQuestions(stage(), owner, id, (answer) => `${answer} ${String(attemptsLeft)}`),
      ).rejects.toMatchObject({ code: 'wrong-answers', facts: { attemptsLeft } });
    await expect(answersQuestions(stage(), owner, id)).rejects.toMatchObject({ code: 'no-questions' });
    expect((await stage().database.accounts.findOne({ _id: owner.accountId }))?.failures).toBe(3);
    await expect(verifiesCaller(stage(), id)).rejects.toMatchObject({ code: 'wrong-step' });
    await asksSupport(stage(), owner, id);
    await expect(decidesCaller(stage(), id, true)).rejects.toMatchObject({ code: 'approval-required' });
    await verifiesCaller(stage(), id, supervisor);
    await expect(decidesCaller(stage(), id, true)).rejects.toMatchObject({ code: 'own-approval' });
    await verifiesCaller(stage(), id, agent);
    await decidesCaller(stage(), id, false);
    await expect(decidesCaller(stage(), id, true)).rejects.toMatchObject({ code: 'approval-required' });
    await verifiesCaller(stage(), id, agent);
    await decidesCaller(stage(), id, true);
    await confirms(stage(), owner, id);
    await finishes(stage(), owner, id);
    expect(await stage().outcome(id)).toBe('completed');
    expect(await templates(owner.email)).toEqual([
      'mail-code',
      'recreation-news',
      'recreation-news',
      'recreation-news',
      'recreation-news',
      'completed',
    ]);
  });

  test('200 wrong answers at once are judged three times', async () => {
    const { owner, id } = await questioned(stage());
    const tries = Array.from({ length: 200 }, (_, number) =>
      answersQuestions(stage(), owner, id, () => `wrong answer ${String(number)}`).catch((error: unknown) => error),
    );
    await Promise.all(tries);
    const record = await stage().database.recoveries.findOne({ _id: id });
    expect(record?.timeline.filter(({ what }) => what === 'answers-refused')).toHaveLength(3);
    await agentCancels(stage(), id, 'The caller has given up');
    expect(await stage().outcome(id)).toBe('cancelled');
  }, 120_000);

  test('B-02 an activation code is over after ten minutes; starting over gives the next, as often as policy says', async () => {
    const { owner, id } = await activatable(stage(), 'deleted', { startOvers: 1 });
    const late = await anApp(stage(), id);
    await stage().time.pass(10 * minute);
    await expect(registers(stage(), owner, id, late.registration)).rejects.toMatchObject({ code: 'activation-over' });
    await startsOver(stage(), owner, id);
    await expect(startsOver(stage(), owner, id)).rejects.toMatchObject({ code: 'no-start-overs-left' });
    await expect(registers(stage(), owner, id, late.registration)).rejects.toMatchObject({
      code: 'wrong-registration',
      facts: { attemptsLeft: 4 },
    });
    await finishes(stage(), owner, id);
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('wrong registration and first codes are counted together, five to an activation', async () => {
    const { owner, id } = await activatable(stage());
    const other = await activatable(stage());
    const foreign = await anApp(stage(), other.id);
    const own = await anApp(stage(), id);
    await expect(registers(stage(), owner, id, foreign.registration)).rejects.toMatchObject({
      code: 'wrong-registration',
    });
    await registers(stage(), owner, id, own.registration);
    for (const attemptsLeft of [3, 2, 1, 0])
      await expect(entersFirstCode(stage(), owner, id, wrongCode(own.code(), attemptsLeft + 1))).rejects.toMatchObject({
        code: 'wrong-token-code',
        facts: { attemptsLeft },
      });
    await expect(entersFirstCode(stage(), owner, id, own.code())).rejects.toMatchObject({ code: 'activation-over' });
    await startsOver(stage(), owner, id);
    await finishes(stage(), owner, id);
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('C-06 goes on in another browser only after a code was mailed to go on there', async () => {
    const { owner, id } = await questioned(stage());
    await answersQuestions(stage(), owner, id);
    await expect(confirms(stage(), owner, id, 'deleted', 'browser-2')).rejects.toMatchObject({ code: 'other-browser' });
    const spent = await mailedCode(stage(), owner, id);
    await expect(enters(stage(), owner, id, spent, 'browser-2')).rejects.toMatchObject({ code: 'wrong-code' });
    await stage().time.pass(minute);
    await asksForAnother(stage(), owner, id);
    await entersMailedCode(stage(), owner, id);
    await confirms(stage(), owner, id);
    await finishes(stage(), owner, id);
    expect(await stage().outcome(id)).toBe('completed');
  });
});

describe('a recreation that comes to nothing', () => {
  test.each([
    ['expired unproved', 'expired', async () => misplacedBy(await aQuestionedOwner(stage()))],
    ['expired at the questions', 'expired', async () => questioned(stage())],
    ['cancelled at the questions', 'cancelled', async () => cancelledBy(await questioned(stage()))],
    ['expired waiting for support', 'expired', async () => waitingForSupport()],
    ['expired after Yes', 'expired', async () => activatable(stage())],
    ['cancelled after Yes', 'cancelled', async () => cancelledBy(await activatable(stage(), 'new-device'))],
    ['cancelled once registered', 'cancelled', async () => cancelledBy(await registeredOne())],
  ] as const)('%s leaves the token as it was, and its owner told', async (_, outcome, walk) => {
    const { owner, id } = await walk();
    expect(await stage().outcome(id)).toBe(outcome);
    const { token, bindings } = await recordOf(stage(), owner.tokens[0] ?? '');
    expect(token).toMatchObject({ state: 'active', reservedBy: null, device: owner.device });
    expect(token).not.toHaveProperty('suspendedBy');
    expect(bindings.map(({ state, seed }) => [state, seed === null])).toEqual([['active', false]]);
    const record = await stage().database.recoveries.findOne({ _id: id });
    expect(record?.recreation?.activation?.seed ?? null).toBeNull();
    expect((await templates(owner.email)).at(-1)).toBe('ended');
  });

  test.each(['expired', 'cancelled'] as const)(
    '%s, a lost token stays suspended, and may be made anew',
    async (end) => {
      const { owner, id } = await activatable(stage(), 'lost');
      if (end === 'cancelled') await cancels(stage(), owner, id);
      expect(await stage().outcome(id)).toBe(end);
      const { token } = await recordOf(stage(), owner.tokens[0] ?? '');
      expect(token).toMatchObject({ state: 'suspended', reservedBy: null, suspendedBy: id });
      expect((await mailsTo(stage(), owner.email)).at(-1)?.text).toContain('stays suspended');
      const again = await misplaces(stage(), owner);
      await entersMailedCode(stage(), owner, again);
      await answersQuestions(stage(), owner, again);
      await confirms(stage(), owner, again);
      await cancels(stage(), owner, again);
      expect(await stage().outcome(again)).toBe('cancelled');
      expect((await recordOf(stage(), owner.tokens[0] ?? '')).token).toMatchObject({ state: 'suspended' });
    },
  );

  test('a token that "this wasn\'t me" has frozen is not made anew', async () => {
    const owner = await aQuestionedOwner(stage());
    await stage().database.tokens.updateOne({ _id: owner.tokens[0] ?? '' }, { $set: { state: 'suspended' } });
    await expect(misplaces(stage(), owner)).rejects.toMatchObject({ code: 'token-not-ready' });
  });

  test('five wrong mailed codes lock it', async () => {
    const owner = await aQuestionedOwner(stage());
    const id = await misplaces(stage(), owner);
    const right = await mailedCode(stage(), owner, id);
    for (let number = 1; number <= 5; number++)
      await expect(enters(stage(), owner, id, wrongCode(right, number))).rejects.toBeDefined();
    expect(await stage().outcome(id)).toBe('locked');
    expect((await recordOf(stage(), owner.tokens[0] ?? '')).token?.state).toBe('active');
  });
});

async function misplacedBy(owner: Awaited<ReturnType<typeof aQuestionedOwner>>) {
  return { owner, id: await misplaces(stage(), owner) };
}

async function cancelledBy(walked: Awaited<ReturnType<typeof questioned>>) {
  await cancels(stage(), walked.owner, walked.id);
  return walked;
}

async function waitingForSupport() {
  const walked = await questioned(stage());
  await asksSupport(stage(), walked.owner, walked.id);
  await stage().time.pass(hour);
  const record = await stage().database.recoveries.findOne({ _id: walked.id });
  expect(record).toMatchObject({ state: 'awaiting-support', step: 'answer-questions' });
  return walked;
}

async function registeredOne() {
  const walked = await activatable(stage());
  await registers(stage(), walked.owner, walked.id, (await anApp(stage(), walked.id)).registration);
  return walked;
}
