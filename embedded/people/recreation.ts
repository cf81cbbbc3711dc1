import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { ChangeRecreationPolicy, Recreation, RecreationPolicy } from '../../contracts/recreation.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { otpAt } from '../../domain/otp.ts';
import {
  canonicalRegistration,
  readActivation,
  recreatedSeed,
  registrationCode,
  type RecreationReason,
} from '../../domain/recreation.ts';
import type { QuestionId } from '../../domain/security-questions.ts';
import { password, type Cast, type Person } from './cast.ts';
import { freshCode } from './fresh-code.ts';
import { stepUp } from './identity.ts';

/** What everybody here answers. */
export const answers: Partial<Record<QuestionId, string>> = {
  'first-teacher': 'Frau Grünwald',
  'childhood-friend': 'Zampano',
  'holiday-place': 'Cudillero, Asturias',
  'first-meal': 'Linsen mit Spätzle',
  'stuffed-animal': 'Professor Filz',
};

type Owner = Pick<Person, 'portal'>;
type Activation = NonNullable<Recreation['activation']>;

/** *Manage my account*: the five answers. Needs the second factor once the account has a token. */
export function setQuestions({ portal }: Owner) {
  return portal.ask(portalRoutes.setSecurityQuestions, {
    body: {
      answers: Object.entries(answers).map(([question, answer]) => ({ question: question as QuestionId, answer })),
    },
  });
}

/** Somebody with tokens on a phone who has set the questions; the first token's own code was the second factor. */
export async function questionedPerson(cast: Cast, name: string, tokens = 1): Promise<Person> {
  const person = await cast.person(name, 'iPhone 1', tokens);
  const [token = ''] = person.tokens;
  await enterSecondFactor(person, token, await freshCode(person.phone, token));
  await setQuestions(person);
  return person;
}

/** *Manage my account* opens with the code that the token shows. */
export function enterSecondFactor({ portal }: Owner, token: string, code: string) {
  return portal.ask(portalRoutes.enterTokenCode, { body: { token, code } });
}

export async function setRecreation(
  { administrator }: Cast,
  change: Partial<z.input<typeof ChangeRecreationPolicy>>,
): Promise<RecreationPolicy> {
  await stepUp(administrator);
  return administrator.ask(adminRoutes.changeRecreationPolicy, {
    body: { isOn: true, asksMailCode: true, startOvers: 3, reason: 'Help yourself, this month', ...change },
  });
}

/** *I have misplaced my token*, and the self-administration sign-in. */
export async function misplaced(
  { portal, email, tokens }: Person,
  token = tokens[0] ?? '',
  userName = email.split('@')[0] ?? '',
): Promise<Recovery> {
  return portal.ask(portalRoutes.startRecreation, { body: { token, userName, password } });
}

/** As far as the questions: the mailed code is entered. */
export async function askedQuestions(cast: Cast, person: Person): Promise<Recreation> {
  const { id } = await misplaced(person);
  const code = await cast.mailbox.codeFor(person.email, id);
  await person.portal.ask(portalRoutes.enterMailCode, { params: { id }, body: { code } });
  return showRecreation(person, id);
}

export function showRecreation({ portal }: Owner, id: string): Promise<Recreation> {
  return portal.ask(portalRoutes.showRecreation, { params: { id } });
}

/** The right answers to whichever are asked, as `say` words them. */
export function answered(
  { portal }: Owner,
  { recovery, questions }: Recreation,
  say: (answer: string) => string = (answer) => answer,
): Promise<Recreation> {
  return portal.ask(portalRoutes.answerQuestions, {
    params: { id: recovery },
    body: { answers: questions.map(({ id }) => ({ question: id, answer: say(answers[id] ?? 'none at all') })) },
  });
}

/** *Self-administration actions*, Yes. */
export function confirmed({ portal }: Owner, id: string, reason: RecreationReason = 'deleted'): Promise<Recreation> {
  return portal.ask(portalRoutes.confirmRecreation, { params: { id }, body: { reason } });
}

/** As far as the serial number and activation code. */
export async function shownActivation(
  cast: Cast,
  person: Person,
  reason: RecreationReason = 'deleted',
): Promise<Recreation> {
  const asked = await askedQuestions(cast, person);
  await answered(person, asked);
  return confirmed(person, asked.recovery, reason);
}

/** An app on paper: what any app without a network makes of serial number and activation code. */
export function paperApp({ activation }: { activation: Pick<Activation, 'serial' | 'code'> | null }) {
  if (activation === null) throw new Error('the page shows no activation');
  const read = readActivation(activation.serial, activation.code);
  if (typeof read === 'string') throw new Error(`mistyped: ${read}`);
  const registration = registrationCode(read, randomBytes(7));
  const seed = recreatedSeed(read, canonicalRegistration(registration));
  return {
    serial: read.serial,
    registration,
    code: (step = 0) => otpAt(seed, read.type === 'hotp' ? step : Math.floor(Date.now() / 30_000) + step),
  };
}

export function registered({ portal }: Owner, id: string, code: string): Promise<Recreation> {
  return portal.ask(portalRoutes.register, { params: { id }, body: { code } });
}

export function firstCode({ portal }: Owner, id: string, code: string): Promise<Recovery> {
  return portal.ask(portalRoutes.enterFirstCode, { params: { id }, body: { code } });
}

/** The whole of guide 003, with an app on paper. */
export async function recreated(cast: Cast, person: Person, reason: RecreationReason = 'deleted') {
  const shown = await shownActivation(cast, person, reason);
  const app = paperApp(shown);
  await registered(person, shown.recovery, app.registration);
  return { app, recovery: await firstCode(person, shown.recovery, app.code()) };
}
