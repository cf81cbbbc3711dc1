import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { questionIds } from '../../domain/security-questions.ts';
import { portalUser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import { freshCode } from '../../embedded/people/fresh-code.ts';
import { answers, enterSecondFactor, questionedPerson, setQuestions } from '../../embedded/people/recreation.ts';
import { otherThan, unusedCode } from './migrating.ts';
import { useCast } from '../cast.ts';
import { refusalOf } from './refused.ts';

const stage = useCast();

const five = questionIds.slice(0, 5);
const worded = (word: (index: number) => string) => ({
  answers: five.map((question, index) => ({ question, answer: word(index) })),
});

describe('Manage my account', () => {
  test('is closed to a password alone, once there is a token whose code can be asked for', async () => {
    const { cast } = stage;
    const ana = await cast.person('ana', 'iPhone 1', 1);
    const [id = ''] = ana.tokens;
    expect((await refusalOf(setQuestions(ana))).code).toBe('second-factor-needed');
    expect(await ana.portal.ask(portalRoutes.showProtection, {})).toMatchObject({ isOpen: false, isOpenUntil: null });
    const right = await freshCode(ana.phone, id);
    expect((await refusalOf(enterSecondFactor(ana, id, otherThan(right)))).code).toBe('wrong-token-code');
    const mallory = await cast.person('mallory', 'iPhone 1', 1);
    const foreign = await refusalOf(enterSecondFactor(mallory, id, right));
    expect(foreign.code).toBe('wrong-token-code');
    // T-06: the wrong one is followed by a pause.
    await wait(5_500);
    await enterSecondFactor(ana, id, await unusedCode(ana.phone, id));
    await setQuestions(ana);
    const elsewhere = await portalUser(cast.world.urls.portal, ana.email, password);
    expect((await elsewhere.ask(portalRoutes.showProtection, {})).isOpen).toBe(false);
    expect((await refusalOf(setQuestions({ ...ana, portal: elsewhere }))).code).toBe('second-factor-needed');
  });

  test('is open at account set-up, before there is any token; then no more', async () => {
    const { cast } = stage;
    const ben = await cast.person('ben', 'iPhone 1', 0);
    const set = await setQuestions(ben);
    expect(set).toMatchObject({ isOpen: false, questions: { set: Object.keys(answers) } });
    expect(JSON.stringify(set)).not.toContain('Zampano');
    expect((await refusalOf(setQuestions(ben))).code).toBe('second-factor-needed');
  });

  test('stays closed to a password alone that has disabled, locked or lost the token before', async () => {
    const { cast } = stage;
    const eve = await cast.person('eve', 'iPhone 1', 1);
    const [id = ''] = eve.tokens;
    await eve.portal.ask(portalRoutes.disableToken, { params: { id } });
    expect((await refusalOf(setQuestions(eve))).code).toBe('second-factor-needed');
    for (const state of ['locked', 'suspended'] as const) {
      await cast.founding.database.tokens.updateOne({ _id: id }, { $set: { state } });
      expect((await refusalOf(setQuestions(eve))).code).toBe('second-factor-needed');
    }
    await cast.founding.database.tokens.updateOne({ _id: id }, { $set: { state: 'active' } });
    await eve.portal.ask(portalRoutes.deleteToken, { params: { id } });
    expect((await refusalOf(setQuestions(eve))).code).toBe('second-factor-needed');
  });

  test('Q-04 answers that would not protect are named, and nothing is set', async () => {
    const { cast } = stage;
    const kim = await cast.person('kim', 'iPhone 1', 0);
    const set = (body: ReturnType<typeof worded>) =>
      refusalOf(kim.portal.ask(portalRoutes.setSecurityQuestions, { body }));
    const same = await set(worded(() => 'Grünwald'));
    expect([same.code, same.errors?.length]).toEqual(['answers-refused', 4]);
    const guessable = await set(
      worded((index) => ['password', `kim-${cast.mark}`, 'first teacher', 'a!', 'Zampano'][index] ?? ''),
    );
    expect(guessable.errors?.map(({ path }) => path)).toEqual(five.slice(0, 4).filter((_, index) => index !== 2));
    expect((await set({ answers: worded((index) => `Grünwald ${String(index)}`).answers.slice(0, 4) })).code).toBe(
      'invalid-request',
    );
    const twice = {
      answers: five.map((_, index) => ({ question: 'neighbour' as const, answer: `Grünwald ${String(index)}` })),
    };
    expect((await set(twice)).code).toBe('invalid-request');
    expect((await set(worded(() => ''))).code).toBe('invalid-request');
    expect((await set(worded(() => 'x'.repeat(300)))).code).toBe('invalid-request');
    expect(await cast.founding.database.securityQuestions.countDocuments({ _id: kim.accountId })).toBe(0);
  });

  test('Q-06 nothing that is kept can be read back', async () => {
    const { cast } = stage;
    const ida = await questionedPerson(cast, 'ida');
    const kept = JSON.stringify(await cast.founding.database.securityQuestions.findOne({ _id: ida.accountId }));
    for (const answer of Object.values(answers)) expect(kept.toLowerCase()).not.toContain(answer.toLowerCase());
    const leo = await questionedPerson(cast, 'leo');
    const hashesOf = async (id: string) =>
      (await cast.founding.database.securityQuestions.findOne({ _id: id }))?.answers.map(({ hash }) => hash) ?? [];
    const hashes = [...(await hashesOf(ida.accountId)), ...(await hashesOf(leo.accountId))];
    expect(new Set(hashes).size).toBe(10);
    expect(hashes.every((hash) => hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
  });
});
