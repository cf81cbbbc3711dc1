import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Browser, portalUser } from '../../embedded/people/browser.ts';
import { password, type Cast } from '../../embedded/people/cast.ts';
import { secretIn } from '../../embedded/people/mailbox.ts';
import { supervisor } from '../../embedded/people/identity.ts';
import {
  answered,
  askedQuestions,
  confirmed,
  firstCode,
  misplaced,
  paperApp,
  questionedPerson,
  recreated,
  registered,
  setRecreation,
  showRecreation,
  shownActivation,
} from '../../embedded/people/recreation.ts';
import { serialOf, unusedCode } from './migrating.ts';
import { useWorldWith } from './own-world.ts';
import { refusalOf } from './refused.ts';

// What the administrator decides about recreations is decided for a whole Latchkey.
const stage = useWorldWith({
  anonymousPerHour: 1_000_000,
  signInsPerHour: 1_000_000,
  answersPerMinute: 1_000,
  startsPerHour: 1_000,
  startsPerDay: 1_000,
  codeMailsPerDay: 1_000,
});

describe('a recreation', () => {
  test('T-08 makes a new token under a new serial number, and the former one is refused for good', async () => {
    const { cast } = stage;
    await setRecreation(cast, {});
    const ana = await questionedPerson(cast, 'ana');
    const former = await serialOf(ana.phone);
    const { app, recovery } = await recreated(cast, ana);
    expect(recovery).toMatchObject({ kind: 'recreation', state: 'completed', step: 'switch', awaiting: 'nobody' });
    expect(recovery.steps.every(({ standing }) => standing === 'done')).toBe(true);
    expect(app.serial).not.toBe(former);
    expect(await cast.isAccepted(app.serial, app.code(1))).toBe(true);
    expect(await cast.isAccepted(former, await unusedCode(ana.phone, ana.tokens[0] ?? ''))).toBe(false);
    const { tokens, departed } = await ana.phone.sync();
    expect([tokens, departed]).toMatchObject([[], [{ reason: 'recreated' }]]);
    const { bindings, recoveries, accounts } = cast.founding.database;
    const bound = await bindings.find({ tokenId: ana.tokens[0] ?? '' }).toArray();
    expect(bound.map(({ state, seed }) => [state, seed === null]).toSorted()).toEqual([
      ['active', false],
      ['ended', true],
    ]);
    const record = await recoveries.findOne({ _id: recovery.id });
    expect(record?.timeline.map(({ what }) => what)).toEqual([
      'opened',
      'mail-code-accepted',
      'answers-accepted',
      'recreation-confirmed',
      'registered',
      'recreated',
    ]);
    expect(record?.recreation?.activation?.seed).toBeNull();
    expect((await accounts.findOne({ _id: ana.accountId }))?.failures).toBe(0);
    expect((await cast.mailbox.about(ana.email, 'recreation-news', recovery.id)).subject).toBe(
      'Your token is suspended',
    );
    expect((await cast.mailbox.about(ana.email, 'completed', recovery.id)).text).toContain('made anew');
  });

  test('the token is suspended with Yes and not before; cancelled it works again, and lost it does not', async () => {
    const { cast } = stage;
    const ben = await questionedPerson(cast, 'ben', 2);
    const [serialA = '', serialB = ''] = (await ben.phone.state()).tokens.map(({ serial }) => serial);
    const [a = '', b = ''] = (await ben.phone.state()).tokens.map(({ id }) => id);
    const asked = await askedQuestions(cast, ben);
    await answered(ben, asked);
    const stateOf = async (id: string) => (await cast.founding.database.tokens.findOne({ _id: id }))?.state;
    expect(await stateOf(ben.tokens[0] ?? '')).toBe('active');
    await confirmed(ben, asked.recovery);
    expect(await stateOf(ben.tokens[0] ?? '')).toBe('suspended');
    expect(await cast.isAccepted(serialA, await unusedCode(ben.phone, a))).toBe(false);
    await ben.portal.ask(portalRoutes.cancelRecovery, { params: { id: asked.recovery }, body: {} });
    expect(await stateOf(ben.tokens[0] ?? '')).toBe('active');
    expect((await cast.mailbox.about(ben.email, 'ended', asked.recovery)).text).toContain('as it was before');

    const lost = await misplaced(ben, ben.tokens[1]);
    const code = await cast.mailbox.codeFor(ben.email, lost.id);
    await ben.portal.ask(portalRoutes.enterMailCode, { params: { id: lost.id }, body: { code } });
    await answered(ben, await showRecreation(ben, lost.id));
    await confirmed(ben, lost.id, 'lost');
    await ben.portal.ask(portalRoutes.cancelRecovery, { params: { id: lost.id }, body: {} });
    expect(await stateOf(ben.tokens[1] ?? '')).toBe('suspended');
    expect(await cast.isAccepted(serialB, await unusedCode(ben.phone, b))).toBe(false);
    expect((await cast.mailbox.about(ben.email, 'ended', lost.id)).text).toContain('stays suspended');
    const { tokens } = await ben.portal.ask(portalRoutes.showProtection, {});
    expect(tokens.map(({ mayRecreate }) => mayRecreate)).toEqual([true, true]);
    // What was lost may be made anew by another recovery.
    expect((await misplaced(ben, ben.tokens[1])).state).toBe('proving');
  });

  test('starting over gives a new serial number and code, and voids what was made of the former', async () => {
    const { cast } = stage;
    const kim = await questionedPerson(cast, 'kim');
    const first = await shownActivation(cast, kim);
    const former = paperApp(first);
    await registered(kim, first.recovery, former.registration);
    const params = { id: first.recovery };
    const second = await kim.portal.ask(portalRoutes.startOver, { params });
    expect(second.activation?.serial).not.toBe(first.activation?.serial);
    expect(second.startOversLeft).toBe(2);
    const refused = await refusalOf(registered(kim, first.recovery, former.registration));
    expect(refused).toMatchObject({ code: 'wrong-registration', attemptsLeft: 4 });
    const app = paperApp(second);
    await registered(kim, first.recovery, app.registration);
    expect(await refusalOf(firstCode(kim, first.recovery, former.code()))).toMatchObject({ code: 'wrong-token-code' });
    expect((await firstCode(kim, first.recovery, app.code())).state).toBe('completed');
  });

  test('where policy asks for no mailed code, the questions come first and the owner is told by mail', async () => {
    const { cast } = stage;
    await setRecreation(cast, { asksMailCode: false });
    const ida = await questionedPerson(cast, 'ida');
    const started = await misplaced(ida);
    expect(started).toMatchObject({ way: 'questions', step: 'answer-questions', challenge: null });
    expect((await cast.mailbox.about(ida.email, 'recreation-news', started.id)).subject).toContain('made anew');
    await answered(ida, await showRecreation(ida, started.id));
    const app = paperApp(await confirmed(ida, started.id));
    await registered(ida, started.id, app.registration);
    expect((await firstCode(ida, started.id, app.code())).state).toBe('completed');
    await setRecreation(cast, {});
  });
});

describe('"This wasn\'t me"', () => {
  const press = (cast: Cast, token: string) =>
    new Browser(cast.world.urls.portal).ask(portalRoutes.repudiate, { body: { token } });

  test('B-04 about a token that was made anew freezes it', async () => {
    const { cast } = stage;
    const ada = await questionedPerson(cast, 'ada');
    const { app, recovery } = await recreated(cast, ada);
    const mail = await cast.mailbox.about(ada.email, 'completed', recovery.id);
    expect(await press(cast, secretIn(mail, 'not-me'))).toEqual({ frozenTokens: 1, recovery: recovery.id });
    expect(await cast.isAccepted(app.serial, app.code(1))).toBe(false);
    expect((await refusalOf(misplaced(ada))).code).toBe('token-not-ready');
  });

  test('B-04 about a token that somebody else called lost gives it back to its owner', async () => {
    const { cast } = stage;
    const liv = await questionedPerson(cast, 'liv');
    const { recovery } = await shownActivation(cast, liv, 'lost');
    const mail = await cast.mailbox.about(liv.email, 'recreation-news', recovery);
    expect(await press(cast, secretIn(mail, 'not-me'))).toEqual({ frozenTokens: 0, recovery });
    expect(await cast.founding.database.tokens.findOne({ _id: liv.tokens[0] ?? '' })).toMatchObject({
      state: 'active',
    });
    const serial = await serialOf(liv.phone);
    expect(await cast.isAccepted(serial, await unusedCode(liv.phone, liv.tokens[0] ?? ''))).toBe(true);
    expect((await cast.mailbox.about(liv.email, 'ended', recovery)).text).not.toContain('stays suspended');
  });
});

describe('another browser', () => {
  test('C-06 sees no question and no code, and may do nothing; the one that began it goes on', async () => {
    const { cast } = stage;
    const zoe = await questionedPerson(cast, 'zoe');
    const shown = await shownActivation(cast, zoe);
    const params = { id: shown.recovery };
    const elsewhere = { ...zoe, portal: await portalUser(cast.world.urls.portal, zoe.email, password) };
    expect(await showRecreation(elsewhere, shown.recovery)).toMatchObject({
      isHere: false,
      actions: ['go-on-here'],
      questions: [],
      activation: null,
    });
    const app = paperApp(shown);
    expect((await refusalOf(registered(elsewhere, shown.recovery, app.registration))).code).toBe('other-browser');
    // How it goes on there, a minute later: tests/workflows/recreation.endings.test.ts and tests/browser/guide-003.test.ts.
    const tooSoon = await refusalOf(elsewhere.portal.ask(portalRoutes.resendMailCode, { params }));
    expect(tooSoon.code).toBe('resend-too-soon');
    await registered(zoe, shown.recovery, app.registration);
    expect((await firstCode(zoe, shown.recovery, app.code())).state).toBe('completed');
  });
});

describe('support', () => {
  test('S-06 lets a recovery go on where it stood, once an agent verified the caller and a supervisor agreed', async () => {
    const { cast } = stage;
    const leo = await cast.person('leo', 'iPhone 1', 1);
    const asked = await askedQuestions(cast, leo);
    // No questions were ever set.
    expect(asked).toMatchObject({ questions: [], roundsLeft: 0, actions: ['ask-support'] });
    const params = { id: asked.recovery };
    const waiting = await leo.portal.ask(portalRoutes.askSupport, { params });
    expect(waiting.support?.isAnswered).toBe(false);
    const { rows } = await cast.agent.ask(adminRoutes.listRecoveries, { query: { state: 'awaiting-support' } });
    expect(rows.find(({ id }) => id === asked.recovery)).toMatchObject({
      awaiting: 'support',
      support: { isVerified: false },
    });
    const callerCheck = { how: 'call-back' as const, note: 'Called back on the number on file, 14:05' };
    const sue = await supervisor(cast, 'Sue');
    const never = new Date(0).toISOString();
    const decision = { isApproved: true, verifiedAt: never, reason: 'The call-back was recorded well' };
    const verify = async (staff: typeof sue) => {
      const shown = await staff.ask(adminRoutes.verifyCaller, { params, body: { callerCheck } });
      return { ...decision, verifiedAt: shown.recreation?.support?.verification?.at ?? never };
    };
    const early = await refusalOf(sue.ask(adminRoutes.decideCaller, { params, body: decision }));
    expect(early.code).toBe('approval-required');
    const verified = await cast.agent.ask(adminRoutes.verifyCaller, { params, body: { callerCheck } });
    expect(verified.recreation).toMatchObject({ mayDecide: false, support: { verification: { callerCheck } } });
    const { at = '' } = verified.recreation?.support?.verification ?? {};
    const back = { isApproved: false, verifiedAt: at, reason: 'The number called is not on file' };
    await sue.ask(adminRoutes.decideCaller, { params, body: back });
    expect((await cast.mailbox.about(leo.email, 'recreation-news', asked.recovery)).subject).toContain('not verify');
    const decide = (body: typeof decision) => sue.ask(adminRoutes.decideCaller, { params, body });
    expect((await refusalOf(decide(await verify(sue)))).code).toBe('own-approval');
    const first = await verify(cast.agent);
    const second = await verify(cast.agent);
    // Recorded while a supervisor was reading the first.
    expect((await refusalOf(decide(first))).code).toBe('approval-not-valid');
    const decided = await decide(second);
    expect(decided).toMatchObject({ state: 'proving', step: 'choose-action', support: null });
    const shown = await confirmed(leo, asked.recovery, 'app-damaged');
    const app = paperApp(shown);
    await registered(leo, asked.recovery, app.registration);
    expect((await firstCode(leo, asked.recovery, app.code())).state).toBe('completed');
  });

  test('that has not answered in time stands first in the queue and on the stuck list, until it has answered', async () => {
    const { cast } = stage;
    const { recoveries } = cast.founding.database;
    const mia = await cast.person('mia', 'iPhone 1', 1);
    const { recovery: id } = await askedQuestions(cast, mia);
    const params = { id };
    await mia.portal.ask(portalRoutes.askSupport, { params });
    const listed = async (query: { attention?: 'any' | 'support-late' | 'mail-bounced'; sort?: 'respondBy' }) =>
      (await cast.agent.ask(adminRoutes.listRecoveries, { query: { ...query, order: 'asc', search: mia.email } })).rows;
    const callerCheck = { how: 'call-back' as const, note: 'Called back on the number on file, 14:05' };
    const sue = await supervisor(cast, 'Sue');
    const decide = async (isApproved: boolean) => {
      const shown = await cast.agent.ask(adminRoutes.verifyCaller, { params, body: { callerCheck } });
      const { at = '' } = shown.recreation?.support?.verification ?? {};
      await sue.ask(adminRoutes.decideCaller, { params, body: { isApproved, verifiedAt: at, reason: 'It was read' } });
    };
    // As the time that passes does it: nothing else runs.
    const promised = new Date(Date.now() - 1_000);
    const late = () => recoveries.updateOne({ _id: id }, { $set: { 'recreation.support.respondBy': promised } });
    expect(await listed({ attention: 'any' })).toEqual([]);
    await late();
    const trouble = { cause: 'support-late', since: promised.toISOString() };
    for (const attention of ['any', 'support-late'] as const)
      expect(await listed({ attention })).toMatchObject([{ id, trouble, isOverdue: false }]);
    expect(await cast.agent.ask(adminRoutes.showRecovery, { params })).toMatchObject({ trouble });
    const query = { sort: 'respondBy', order: 'asc' } as const;
    const queue = (await cast.agent.ask(adminRoutes.listRecoveries, { query })).rows;
    expect(queue[0]).toMatchObject({ id, trouble });
    expect(queue.every(({ state }) => state === 'awaiting-support')).toBe(true);
    // It stands under one cause only.
    await recoveries.updateOne({ _id: id }, { $set: { trouble: { cause: 'mail-bounced', since: new Date() } } });
    expect(await listed({ attention: 'mail-bounced' })).toEqual([]);
    // Sent back is an answer: the next one is promised anew.
    await decide(false);
    expect(await listed({ attention: 'any' })).toEqual([]);
    expect((await recoveries.findOne({ _id: id }))?.recreation?.support?.respondBy.getTime()).toBeGreaterThan(
      Date.now(),
    );
    await late();
    expect(await listed({ attention: 'support-late' })).toHaveLength(1);
    await decide(true);
    expect(await listed({ attention: 'any' })).toEqual([]);
  });

  test('is no longer late once the recovery has ended', async () => {
    const { cast } = stage;
    const ned = await cast.person('ned', 'iPhone 1', 1);
    const params = { id: (await askedQuestions(cast, ned)).recovery };
    await ned.portal.ask(portalRoutes.askSupport, { params });
    const $set = { 'recreation.support.respondBy': new Date(Date.now() - 1_000) };
    await cast.founding.database.recoveries.updateOne({ _id: params.id }, { $set });
    expect((await cast.agent.ask(adminRoutes.showRecovery, { params })).trouble?.cause).toBe('support-late');
    const ended = await cast.agent.ask(adminRoutes.cancel, { params, body: { reason: 'The caller has given up' } });
    expect(ended).toMatchObject({ state: 'cancelled', trouble: null });
    const query = { attention: 'any', search: ned.email } as const;
    expect((await cast.agent.ask(adminRoutes.listRecoveries, { query })).rows).toEqual([]);
  });
});
