import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { canonicalRegistration } from '../../domain/recreation.ts';
import { questionIds } from '../../domain/security-questions.ts';
import { staffUser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import { supervisor } from '../../embedded/people/identity.ts';
import {
  answered,
  answers,
  askedQuestions,
  confirmed,
  firstCode,
  misplaced,
  paperApp,
  questionedPerson,
  registered,
  setRecreation,
  showRecreation,
  shownActivation,
} from '../../embedded/people/recreation.ts';
import { useWorldWith } from './own-world.ts';
import { alike, refusalOf } from './refused.ts';

const stage = useWorldWith({
  anonymousPerHour: 1_000_000,
  signInsPerHour: 1_000_000,
  answersPerMinute: 1_000,
  startsPerHour: 1_000,
  startsPerDay: 1_000,
  codeMailsPerDay: 1_000,
});

const halfAnHour = 30 * 60_000;

describe('I have misplaced my token', () => {
  test('needs user name and password of the one who is signed in, and a token of theirs', async () => {
    const { cast } = stage;
    const ana = await questionedPerson(cast, 'ana2');
    const eve = await questionedPerson(cast, 'eve');
    const [token = ''] = ana.tokens;
    const userName = `ana2-${cast.mark}`;
    const start = (body: { token: string; userName: string; password: string }) =>
      refusalOf(ana.portal.ask(portalRoutes.startRecreation, { body }));
    const wrong = await start({ token, userName, password: 'not the password' });
    expect(wrong.code).toBe('sign-in-failed');
    expect(alike(await start({ token, userName: `eve-${cast.mark}`, password }))).toEqual(alike(wrong));
    expect(alike(await start({ token, userName: 'nobody', password }))).toEqual(alike(wrong));
    const foreign = await start({ token: eve.tokens[0] ?? '', userName, password });
    expect(foreign.code).toBe('not-found');
    const first = await misplaced(ana);
    const second = await start({ token, userName, password });
    expect(second).toMatchObject({ code: 'token-reserved', status: 409, recovery: first.id });
    const params = { id: token };
    expect(await refusalOf(ana.portal.ask(portalRoutes.startMigration, { params }))).toMatchObject({
      code: 'token-reserved',
      recovery: first.id,
    });
    for (const asked of [portalRoutes.showRecreation, portalRoutes.askSupport, portalRoutes.startOver] as const)
      expect((await refusalOf(eve.portal.ask(asked, { params: { id: first.id } }))).code).toBe('not-found');
  });

  test('is refused where the administrator has switched it off, and for tokens that are disabled', async () => {
    const { cast } = stage;
    const kim = await questionedPerson(cast, 'kim2');
    await setRecreation(cast, { isOn: false });
    expect((await refusalOf(misplaced(kim))).code).toBe('recreation-off');
    await setRecreation(cast, {});
    await kim.portal.ask(portalRoutes.disableToken, { params: { id: kim.tokens[0] ?? '' } });
    expect((await refusalOf(misplaced(kim))).code).toBe('token-not-ready');
  });
});

describe('the questions', () => {
  test('Q-02 are asked after the mailed code only, and are the same for twenty reloads and for the next recovery', async () => {
    const { cast } = stage;
    const zoe = await questionedPerson(cast, 'zoe');
    const started = await misplaced(zoe);
    expect((await showRecreation(zoe, started.id)).questions).toEqual([]);
    expect((await refusalOf(answered(zoe, { recovery: started.id, questions: [] } as never))).code).toBe(
      'invalid-request',
    );
    const guess = { answers: questionIds.slice(0, 3).map((question) => ({ question, answer: 'anything' })) };
    const early = await refusalOf(
      zoe.portal.ask(portalRoutes.answerQuestions, { params: { id: started.id }, body: guess }),
    );
    expect(early.code).toBe('wrong-step');
    const code = await cast.mailbox.codeFor(zoe.email, started.id);
    await zoe.portal.ask(portalRoutes.enterMailCode, { params: { id: started.id }, body: { code } });
    const first = await showRecreation(zoe, started.id);
    expect(first.questions).toHaveLength(3);
    for (let reload = 0; reload < 20; reload++)
      expect((await showRecreation(zoe, started.id)).questions).toEqual(first.questions);
    await zoe.portal.ask(portalRoutes.cancelRecovery, { params: { id: started.id }, body: {} });
    expect((await askedQuestions(cast, zoe)).questions).toEqual(first.questions);
  });

  test('Q-05 one verdict: none, one or two right answers are told alike', async () => {
    const { cast } = stage;
    const leo = await questionedPerson(cast, 'leo2');
    const asked = await askedQuestions(cast, leo);
    const verdicts = [];
    for (const right of [0, 1, 2]) {
      let left = right;
      verdicts.push(await refusalOf(answered(leo, asked, (answer) => (left-- > 0 ? answer : 'something else'))));
    }
    expect(verdicts.map(({ code, attemptsLeft }) => [code, attemptsLeft])).toEqual([
      ['wrong-answers', 2],
      ['wrong-answers', 1],
      ['wrong-answers', 0],
    ]);
    expect(new Set(verdicts.map(({ title, detail }) => title + detail)).size).toBe(1);
    expect((await showRecreation(leo, asked.recovery)).actions).toEqual(['ask-support']);
    expect((await refusalOf(answered(leo, asked))).code).toBe('no-questions');
  });

  test.each([
    ['capitals', (answer: string) => answer.toUpperCase()],
    ['small letters', (answer: string) => answer.toLowerCase()],
    ['blanks', (answer: string) => `  ${answer.replaceAll(' ', '   ')}\u00a0`],
    ['decomposed accents', (answer: string) => answer.normalize('NFD')],
    ['punctuation', (answer: string) => `«${answer}».`],
    ['a Turkish keyboard', (answer: string) => answer.replaceAll('i', 'İ').replaceAll('I', 'ı')],
  ])('Q-03 are answered rightly in %s', async (name, say) => {
    const { cast } = stage;
    const person = await questionedPerson(cast, name.replaceAll(' ', '-').toLowerCase());
    const asked = await askedQuestions(cast, person);
    expect((await answered(person, asked, say)).actions).toEqual(['recreate']);
  });
});

describe('serial number, activation and registration code', () => {
  test('typing errors cost no attempt; a foreign registration code does; nobody else registers', async () => {
    const { cast } = stage;
    const ana = await questionedPerson(cast, 'ana3');
    const eve = await questionedPerson(cast, 'eve3');
    const shown = await shownActivation(cast, ana);
    const { recovery } = shown;
    const app = paperApp(shown);
    const plain = canonicalRegistration(app.registration);
    const mistyped = [plain.slice(1), `${plain.charAt(1)}${plain.charAt(0)}${plain.slice(2)}`, 'no code', '{"$gt":""}'];
    if (plain.charAt(0) === plain.charAt(1)) mistyped.splice(1, 1);
    for (const typed of mistyped)
      expect((await refusalOf(registered(ana, recovery, typed))).code).toBe('registration-mistyped');
    expect((await showRecreation(ana, recovery)).activation?.attemptsLeft).toBe(5);
    const foreign = paperApp(await shownActivation(cast, eve));
    expect(await refusalOf(registered(ana, recovery, foreign.registration))).toMatchObject({
      code: 'wrong-registration',
      attemptsLeft: 4,
    });
    expect((await refusalOf(registered(eve, recovery, app.registration))).code).toBe('not-found');
    expect((await refusalOf(firstCode(ana, recovery, app.code()))).code).toBe('wrong-step');
    const answersAtOnce = await Promise.all(
      Array.from({ length: 20 }, () =>
        registered(ana, recovery, app.registration).then(
          () => 'yes',
          () => 'no',
        ),
      ),
    );
    expect(answersAtOnce).toContain('yes');
    const record = await cast.founding.database.recoveries.findOne({ _id: recovery });
    expect(record?.timeline.filter(({ what }) => what === 'registered')).toHaveLength(1);
    expect((await showRecreation(ana, recovery)).activation).toBeNull();
    const done = await Promise.all(Array.from({ length: 5 }, () => firstCode(ana, recovery, app.code())));
    expect(done.every(({ state }) => state === 'completed')).toBe(true);
    expect(await cast.founding.database.bindings.countDocuments({ tokenId: ana.tokens[0] ?? '' })).toBe(2);
    // T-05: the code that proved it is spent.
    expect(await cast.isAccepted(app.serial, app.code())).toBe(false);
  });

  test('W-04 no answer, activation or registration code stands in any record, mail or audit', async () => {
    const { cast } = stage;
    const kim = await questionedPerson(cast, 'kim3');
    const shown = await shownActivation(cast, kim);
    const app = paperApp(shown);
    await registered(kim, shown.recovery, app.registration);
    const { recoveries, audit, mails } = cast.founding.database;
    const kept = JSON.stringify([
      await recoveries.findOne({ _id: shown.recovery }),
      await audit.find({ account: kim.accountId }).toArray(),
      await mails.find({ accountId: kim.accountId }).toArray(),
      await cast.mailbox.messages(kim.email),
    ]);
    const secrets = [shown.activation?.code ?? '', app.registration].flatMap((code) => [
      code,
      code.replaceAll('-', ''),
    ]);
    for (const secret of [...secrets, ...Object.values(answers)]) expect(kept).not.toContain(secret);
  });
});

describe('support', () => {
  test('nobody helps themselves, and only supervisors decide, having stepped up', async () => {
    const { cast } = stage;
    const email = `double-${cast.mark}@example.org`;
    const double = await cast.person('double', 'iPhone 1', 1);
    const asked = await askedQuestions(cast, double);
    const params = { id: asked.recovery };
    await double.portal.ask(portalRoutes.askSupport, { params });
    const callerCheck = { how: 'in-person' as const, note: 'Passport seen at the desk' };
    await cast.founding.staff({ name: 'Double', email, role: 'supervisor' }, password);
    const self = await staffUser(cast.world.urls.console, email, password);
    const verify = { params, body: { callerCheck } };
    expect((await refusalOf(self.ask(adminRoutes.verifyCaller, verify))).code).toBe('own-approval');
    const { recreation } = await cast.agent.ask(adminRoutes.verifyCaller, verify);
    const verifiedAt = recreation?.support?.verification?.at ?? '';
    const decide = { params, body: { isApproved: true, verifiedAt, reason: 'The passport was copied' } };
    expect((await refusalOf(self.ask(adminRoutes.decideCaller, decide))).code).toBe('step-up-required');
    expect((await refusalOf(cast.agent.ask(adminRoutes.decideCaller, decide))).code).toBe('forbidden');
    expect((await refusalOf(cast.administrator.ask(adminRoutes.verifyCaller, verify))).code).toBe('forbidden');
    const sue = await supervisor(cast, 'Sue');
    expect((await sue.ask(adminRoutes.decideCaller, decide)).step).toBe('choose-action');
    expect((await refusalOf(sue.ask(adminRoutes.decideCaller, decide))).code).toBe('wrong-step');
    const { audit } = cast.founding.database;
    const whats = (await audit.find({ 'object.id': asked.recovery }).toArray()).map(({ what }) => what);
    expect(whats).toEqual(
      expect.arrayContaining(['recovery.support-asked', 'recovery.caller-verified', 'recovery.caller-approved']),
    );
    expect(await confirmed(double, asked.recovery)).toMatchObject({ reason: 'deleted', isHere: true });
  });

  test('S-06 a verification is good for half an hour; then nobody decides on it, until the caller is verified again', async () => {
    const { cast } = stage;
    const { recoveries, audit } = cast.founding.database;
    const una = await cast.person('una', 'iPhone 1', 1);
    const params = { id: (await askedQuestions(cast, una)).recovery };
    await una.portal.ask(portalRoutes.askSupport, { params });
    const body = { callerCheck: { how: 'call-back' as const, note: 'Called back on the number on file, 14:05' } };
    const verify = () => cast.agent.ask(adminRoutes.verifyCaller, { params, body });
    await verify();
    const sue = await supervisor(cast, 'Sue');
    const decide = (at: Date, isApproved = true) => {
      const decision = { isApproved, verifiedAt: at.toISOString(), reason: 'The call-back was recorded well' };
      return sue.ask(adminRoutes.decideCaller, { params, body: decision });
    };
    const verifiedAgo = async (ms: number) => {
      const at = new Date(Date.now() - ms);
      await recoveries.updateOne({ _id: params.id }, { $set: { 'recreation.support.verification.at': at } });
      return at;
    };
    const shown = async () => (await sue.ask(adminRoutes.showRecovery, { params })).recreation;
    const fresh = await verifiedAgo(halfAnHour - 10_000);
    const goodUntil = new Date(fresh.getTime() + halfAnHour).toISOString();
    expect(await shown()).toMatchObject({ mayDecide: true, support: { verification: { goodUntil, isGood: true } } });
    const stale = await verifiedAgo(halfAnHour);
    expect(await shown()).toMatchObject({
      mayVerify: true,
      mayDecide: false,
      support: { verification: { isGood: false } },
    });
    for (const isApproved of [true, false])
      expect(await refusalOf(decide(stale, isApproved))).toMatchObject({
        code: 'caller-verified-too-long-ago',
        status: 403,
      });
    const { rows } = await sue.ask(adminRoutes.listRecoveries, { query: { sort: 'respondBy', search: una.email } });
    expect(rows[0]?.support).toMatchObject({ isVerified: false, verifiedUntil: expect.any(String) as string });
    expect(await recoveries.findOne({ _id: params.id })).toMatchObject({ state: 'awaiting-support', version: 4 });
    const denied = { what: 'request.denied', 'detail.refused': 'caller-verified-too-long-ago' };
    expect(await audit.countDocuments(denied)).toBe(2);
    const again = (await verify()).recreation?.support?.verification?.at ?? '';
    expect((await decide(new Date(again))).step).toBe('choose-action');
  });

  test('W-05 verifies a caller five times and no more', async () => {
    const { cast } = stage;
    const eli = await cast.person('eli', 'iPhone 1', 1);
    const params = { id: (await askedQuestions(cast, eli)).recovery };
    await eli.portal.ask(portalRoutes.askSupport, { params });
    const body = { callerCheck: { how: 'in-person' as const, note: 'Passport seen at the desk' } };
    const verify = () => cast.agent.ask(adminRoutes.verifyCaller, { params, body });
    const outcomes = await Promise.allSettled(Array.from({ length: 7 }, verify));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect((await refusalOf(verify())).code).toBe('not-possible');
    const { timeline } = (await cast.founding.database.recoveries.findOne({ _id: params.id })) ?? {};
    expect(timeline?.filter(({ what }) => what === 'caller-verified')).toHaveLength(5);
  });
});
