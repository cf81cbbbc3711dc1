import { startRecovery, tell, tellAgain } from '../../api/running-recoveries.ts';
import { paperApp } from '../../embedded/people/recreation.ts';
import { recreationForOwner } from '../../api/recreation-views.ts';
import { claimDigest } from '../../domain/claim.ts';
import { canonicalRegistration, type RecreationReason } from '../../domain/recreation.ts';
import { answerDigest, normalAnswer, type QuestionId } from '../../domain/security-questions.ts';
import type { Actor, RecoveryWay } from '../../domain/words.ts';
import { newId } from '../../store/ids.ts';
import { setSecurityQuestions } from '../../store/security-questions.ts';
import { sealForRecovery } from '../../store/travelling.ts';
import type { MessageName, Messages, RecreationInput } from '../../workflows/messages.ts';
import { decided, entersMailedCode, occasion } from './deeds.ts';
import { agent, anOwner, type Owner } from './owners.ts';
import type { Stage } from './stage.ts';

/** What people do in guide 003, through the API's own functions and without HTTP; see deeds.ts. */

/** The browser that deeds.ts enters mailed codes in. */
const browser = 'browser-1';
export const supervisor: Actor = { kind: 'staff', id: 'stf_supervisor', role: 'supervisor' };

const answers: [QuestionId, string][] = [
  ['first-teacher', 'Grünwald'],
  ['childhood-friend', 'Zampano'],
  ['holiday-place', 'Cudillero'],
  ['first-meal', 'Linsen mit Spätzle'],
  ['stuffed-animal', 'Professor Filz'],
];

function digestsOf({ deps }: Stage, { accountId }: Owner, say: (answer: string) => string = (answer) => answer) {
  return answers.map(([question, answer]) => ({
    question,
    digest: answerDigest(deps.masterKey, accountId, question, normalAnswer(say(answer)) ?? ''),
  }));
}

/** An owner of one token who has set the questions. */
export async function aQuestionedOwner(stage: Stage): Promise<Owner> {
  const owner = await anOwner(stage);
  await setSecurityQuestions(stage.database, owner.accountId, digestsOf(stage, owner), owner.actor);
  return owner;
}

/** *I have misplaced my token*. @returns the recovery's id */
export function misplaces(
  { api }: Stage,
  { accountId, tokens, actor }: Owner,
  options: { way?: RecoveryWay; startOvers?: number } = {},
): Promise<string> {
  const tokenId = tokens[0] ?? '';
  const input = { accountId, tokenId, actor, boundTo: browser, startOvers: 3, ...options };
  const asked = occasion('recreation', tokenId);
  return decided(() => startRecovery<RecreationInput>(api, 'recreation', asked, input));
}

/** Who asks, and in which browser. */
function here({ accountId, actor }: Owner, from = browser) {
  return { by: actor, account: accountId, browser: from };
}

function says<N extends MessageName>({ api }: Stage, id: string, name: N, message: Messages[N]): Promise<void> {
  return decided(() => tell(api, id, name, message));
}

/** The three answers that are asked; wrong ones where `say` makes them so. */
export async function answersQuestions(
  stage: Stage,
  owner: Owner,
  id: string,
  say?: (answer: string) => string,
): Promise<void> {
  const recovery = await stage.database.recoveries.findOne({ _id: id });
  const asked = recovery?.recreation?.questions ?? [];
  const given = digestsOf(stage, owner, say).filter(({ question }) => asked.includes(question));
  const sealed = sealForRecovery(stage.deps.masterKey, id, 'answers', JSON.stringify(given));
  await says(stage, id, 'answer-questions', { ...here(owner), sealed });
}

export function asksSupport(stage: Stage, owner: Owner, id: string): Promise<void> {
  return says(stage, id, 'ask-support', here(owner));
}

export function verifiesCaller({ api }: Stage, id: string, by = agent): Promise<void> {
  const message = { by, name: 'Sam Agent', how: 'call-back', note: 'Called back on the number on file' };
  const key = newId('aud');
  return decided(() => tellAgain(api, id, 'verify-caller', message, key));
}

/** About the verification that stands now. */
export async function decidesCaller(
  { api, database }: Stage,
  id: string,
  isApproved: boolean,
  by = supervisor,
): Promise<void> {
  const recovery = await database.recoveries.findOne({ _id: id });
  const verifiedAt = recovery?.recreation?.support?.verification?.at.getTime() ?? 0;
  const message = { by, isApproved, verifiedAt, reason: 'The record was looked at' };
  const key = newId('aud');
  return decided(() => tellAgain(api, id, 'decide-caller', message, key));
}

/** *Self-administration actions*, Yes. */
export function confirms(
  stage: Stage,
  owner: Owner,
  id: string,
  reason: RecreationReason = 'deleted',
  from = browser,
): Promise<void> {
  return says(stage, id, 'recreate', { ...here(owner, from), reason });
}

export function startsOver({ api }: Stage, owner: Owner, id: string): Promise<void> {
  const message = here(owner);
  const key = newId('aud');
  return decided(() => tellAgain(api, id, 'start-over', message, key));
}

/** An app that was given what the page shows now. */
export async function anApp({ database, deps }: Stage, id: string): Promise<ReturnType<typeof paperApp>> {
  const recovery = await database.recoveries.findOne({ _id: id });
  if (recovery === null) throw new Error(`${id} is not there`);
  return paperApp(recreationForOwner(recovery, browser, deps.masterKey, deps.authenticatorUrl));
}

async function attemptOf({ database }: Stage, id: string): Promise<number> {
  const recovery = await database.recoveries.findOne({ _id: id });
  return recovery?.recreation?.activation?.attempt ?? 0;
}

export async function registers(stage: Stage, owner: Owner, id: string, registration: string): Promise<void> {
  const code = canonicalRegistration(registration);
  const sealed = sealForRecovery(stage.deps.masterKey, id, 'registration', code);
  await says(stage, id, 'register', { ...here(owner), sealed, attempt: await attemptOf(stage, id) });
}

export async function entersFirstCode(stage: Stage, owner: Owner, id: string, code: string): Promise<void> {
  const digest = claimDigest(stage.deps.masterKey, id, owner.tokens[0] ?? '', code);
  await says(stage, id, 'first-code', { ...here(owner), digest, attempt: await attemptOf(stage, id) });
}

/** As far as the questions. */
export async function questioned(stage: Stage, options: { startOvers?: number } = {}) {
  const owner = await aQuestionedOwner(stage);
  const id = await misplaces(stage, owner, options);
  await entersMailedCode(stage, owner, id);
  return { owner, id };
}

/** As far as serial number and activation code. */
export async function activatable(
  stage: Stage,
  reason: RecreationReason = 'deleted',
  options?: { startOvers: number },
) {
  const { owner, id } = await questioned(stage, options);
  await answersQuestions(stage, owner, id);
  await confirms(stage, owner, id, reason);
  return { owner, id };
}

/** From the activation to the end. */
export async function finishes(stage: Stage, owner: Owner, id: string): Promise<void> {
  const app = await anApp(stage, id);
  await registers(stage, owner, id, app.registration);
  await entersFirstCode(stage, owner, id, app.code());
}
