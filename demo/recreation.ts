import { adminRoutes } from '../contracts/routes/admin.ts';
import { portalRoutes } from '../contracts/routes/portal.ts';
import type { Recreation } from '../contracts/recreation.ts';
import type { Cast, Person } from '../embedded/people/cast.ts';
import { freshCode } from '../embedded/people/fresh-code.ts';
import { newApp, supervisor } from '../embedded/people/identity.ts';
import {
  answered,
  askedQuestions,
  confirmed,
  enterSecondFactor,
  firstCode,
  registered,
  setQuestions,
} from '../embedded/people/recreation.ts';
import { chapter, expectRefusal, expectThat, step } from './steps.ts';

const pin = '482913';

/** Guide 003: its owner has misplaced a token and makes it anew, with an app that has no network. */
export async function recreationStory(cast: Cast): Promise<void> {
  chapter('Recreation: a misplaced token is made anew (docs/guides/recreation.md)');
  const ida = await cast.person('ida', 'Windows laptop', 1);
  const [token = ''] = ida.tokens;
  await expectRefusal('second-factor-needed', () => setQuestions(ida));
  await enterSecondFactor(ida, token, await freshCode(ida.phone, token));
  const { questions } = await setQuestions(ida);
  step(
    `Manage my account opens with the token's code; ${String(questions.set.length)} security questions are answered`,
  );
  const asked = await askedQuestions(cast, ida);
  step('I have misplaced my token: user name and password once more, then the mailed code');
  const refused = await expectRefusal('wrong-answers', () => answered(ida, asked, () => 'I do not remember'));
  step(`Three questions: ${refused.problem.title} ${String(refused.problem.attemptsLeft)} rounds left`);
  await answered(ida, asked, (answer) => `  ${answer.toUpperCase()}.`);
  step('Answered in capitals, with blanks: right');
  await makeAnew(cast, ida, asked.recovery);
  await withSupport(cast);
}

async function makeAnew(cast: Cast, ida: Person, id: string): Promise<void> {
  const [former] = (await ida.phone.state()).tokens;
  const shown = await confirmed(ida, id);
  expectThat(!(await isAccepted(cast, ida)), 'the former token is refused from Yes on');
  step(`Self-administration actions, recreate, Yes: ${former?.serial ?? ''} is suspended`);
  step(
    `The page shows serial number ${shown.activation?.serial ?? ''} and activation code ${shown.activation?.code ?? ''}`,
  );
  const app = newApp(cast, { fetch: () => Promise.reject(new Error('this app has no network')) });
  const early = await registrationOf(app, shown);
  step(`App without a network: Save, choose a PIN: registration code ${early}`);
  await app.softTokens.discard();
  const again = await ida.portal.ask(portalRoutes.startOver, { params: { id } });
  const code = await registrationOf(app, again);
  await expectRefusal('wrong-registration', () => registered(ida, id, early));
  step('Done too early discards it. Start over: a new serial number and activation code, a new registration code');
  await expectRefusal('registration-mistyped', () => registered(ida, id, code.slice(0, -1)));
  await registered(ida, id, code.toLowerCase());
  step(`Portal, Next: a typing error costs nothing; ${code} is registered`);
  const serial = again.activation?.serial ?? '';
  const { state } = await firstCode(ida, id, (await app.softTokens.code(serial)).otp);
  expectThat(state === 'completed', 'the new token is ready');
  await app.softTokens.done();
  const next = await app.softTokens.code(serial, Date.now() + 30_000);
  expectThat(await cast.isAccepted(serial, next.otp), 'the new token works');
  expectThat(!(await isAccepted(cast, ida)), 'the former one is refused for good');
  step('The first code is right: the new token works, the former one is refused for good. Done, in app and portal');
}

async function registrationOf(app: ReturnType<typeof newApp>, { activation }: Recreation): Promise<string> {
  await app.softTokens.begin({ serial: activation?.serial ?? '', code: activation?.code ?? '' });
  return (await app.softTokens.choosePin(pin)).registrationCode;
}

/** Whether a code of the former phone, not used before, lets anybody in. */
async function isAccepted(cast: Cast, { phone }: Person): Promise<boolean> {
  const [token] = (await phone.state()).tokens;
  return cast.isAccepted(token?.serial ?? '', (await phone.code(token?.id ?? '', Date.now() + 30_000)).otp);
}

async function withSupport(cast: Cast): Promise<void> {
  chapter('Recreation: who cannot answer contacts support');
  const max = await cast.person('max', 'Windows laptop', 1);
  const { recovery: id, roundsLeft } = await askedQuestions(cast, max);
  expectThat(roundsLeft === 0, 'there are no questions to answer');
  const { support } = await max.portal.ask(portalRoutes.askSupport, { params: { id } });
  step(`Max has set no questions: contact support. They answer by ${support?.respondBy ?? ''}`);
  const params = { id };
  const callerCheck = { how: 'call-back' as const, note: 'Called back on the number on file, 14:05' };
  const { recreation } = await cast.agent.ask(adminRoutes.verifyCaller, { params, body: { callerCheck } });
  step('Agent: the recovery waits in the queue; called back on the number on file, which is on record');
  const verifiedAt = recreation?.support?.verification?.at ?? '';
  const body = { isApproved: true, verifiedAt, reason: 'The call-back was recorded well' };
  await expectRefusal('forbidden', () => cast.agent.ask(adminRoutes.decideCaller, { params, body }));
  const iris = await supervisor(cast, 'Iris');
  await iris.ask(adminRoutes.decideCaller, { params, body });
  step('Supervisor: agrees; the same recovery goes on where it stood');
  const shown = await confirmed(max, id, 'lost');
  const app = newApp(cast);
  await registered(max, id, await registrationOf(app, shown));
  const { otp } = await app.softTokens.code(shown.activation?.serial ?? '');
  expectThat((await firstCode(max, id, otp)).state === 'completed', 'the new token is ready');
  step('Max makes the token anew');
}
