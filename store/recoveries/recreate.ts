import { claimWithinMs, type Policy } from '../../domain/policy.ts';
import { staysSuspended, type RecreationReason } from '../../domain/recreation.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import { notMe } from '../../domain/repudiation.ts';
import type { QuestionId } from '../../domain/security-questions.ts';
import { otpTypes, type RecoveryWay, type TokenState } from '../../domain/words.ts';
import type { ClientSession, Filter } from 'mongodb';
import type { Database } from '../database.ts';
import type { RecoveryDoc, RecreationFacts, SealedValue, TokenDoc } from '../documents.ts';
import { newId, newSerial, newShortId } from '../ids.ts';
import { recreationPolicy } from '../policies.ts';
import type { SealKey } from '../sealing.ts';
import { questionsFor } from '../security-questions.ts';
import { spendAllowance } from './allowance.ts';
import { insertRecovery } from './begin.ts';
import { whyNotReserved, type Opening } from './open.ts';
import { rebind } from './rebind.ts';
import { auditRefusal, once, refuseInTransaction, type Transition } from './transition.ts';
import { judgeWhileOpen, whileOpen, type Judged } from './while-open.ts';

/** What was lost before may be made anew; what "this wasn't me" has frozen may not. */
const recreatable = {
  $or: [{ state: { $in: ['active', 'locked'] } }, { state: 'suspended', suspendedBy: { $exists: true } }],
} satisfies Filter<TokenDoc>;

/** Guide 003, *I have misplaced my token*: reserves the token. Nothing about the token itself changes yet. */
export async function openRecreation(
  database: Database,
  policy: Policy,
  opening: Opening & { tokenId: string; way: RecoveryWay | undefined; boundTo: string; startOvers: number },
): Promise<RecoveryDoc | Refusal> {
  const { accountId, tokenId, way } = opening;
  const opened = await once(
    database,
    opening,
    async (session) => {
      const at = new Date();
      if (!(await recreationPolicy(database, session)).isOn) return refuseInTransaction(refusal('recreation-off'));
      const deadline = new Date(at.getTime() + policy.limits.proveWithinMs);
      const reservation = { id: opening.recoveryId, kind: 'recreation' as const, deadline, state: 'proving' as const };
      const token = await database.tokens.findOneAndUpdate(
        { _id: tokenId, accountId, type: { $in: [...otpTypes] }, reservedBy: null, ...recreatable },
        { $set: { reservedBy: reservation } },
        { session, returnDocument: 'after' },
      );
      if (token === null) return refuseInTransaction(await whyNotReserved(database, accountId, tokenId, session));
      const uses = { start: true, codeMail: way !== 'questions' };
      const account = await spendAllowance(database, accountId, policy, at, uses, session);
      const questions = await questionsFor(database, accountId, session);
      const recreation = beginning(policy, opening, questions);
      return insertRecovery(
        database,
        policy,
        opening,
        {
          kind: 'recreation',
          ...(way === undefined ? {} : { way }),
          account,
          tokens: [token],
          at,
          deadline,
          device: token.device,
          recreation,
        },
        session,
      );
    },
    (recovery) => recovery,
  );
  if ('refused' in opened) await auditRefusal(database, opening, opened, { kind: 'token', id: tokenId }, accountId);
  return opened;
}

function beginning(
  policy: Policy,
  { way, boundTo, startOvers }: { way: RecoveryWay | undefined; boundTo: string; startOvers: number },
  questions: QuestionId[],
): RecreationFacts {
  return {
    provenIn: way === 'questions' ? boundTo : null,
    questions,
    roundsLeft: questions.length === 0 ? 0 : policy.limits.answerRounds,
    support: null,
    reason: null,
    suspendedFrom: null,
    activation: null,
    startOversLeft: startOvers,
  };
}

/** *Yes*: from now on the former token is refused, wherever it is, and the first activation code counts. */
export function suspendToken(
  database: Database,
  policy: Policy,
  transition: Transition,
  reason: RecreationReason,
): Promise<RecoveryDoc | Refusal> {
  return whileOpen(database, transition, async (at, _, session) => {
    const token = await database.tokens.findOneAndUpdate(
      { 'reservedBy.id': transition.recoveryId, ...recreatable },
      { $set: { state: 'suspended', suspendedBy: transition.recoveryId } },
      { session, returnDocument: 'before' },
    );
    if (token === null) return refuseInTransaction(refusal('token-not-ready'));
    return {
      at,
      step: 'register',
      what: 'recreation-confirmed',
      detail: { reason },
      update: {
        $set: {
          state: 'awaiting-device',
          deadline: new Date(at.getTime() + claimWithinMs('recreation', policy)),
          'recreation.reason': reason,
          'recreation.suspendedFrom': token.state,
          'recreation.activation': newActivation(policy, at, 1),
        },
      },
    };
  });
}

function newActivation(policy: Policy, at: Date, attempt: number): NonNullable<RecreationFacts['activation']> {
  return {
    attempt,
    serial: newSerial(),
    expiresAt: new Date(at.getTime() + policy.limits.activationWithinMs),
    attemptsLeft: policy.limits.codeAttempts,
    seed: null,
  };
}

/** *Start over*: the former serial number, activation code and registration are void. */
export function startOver(database: Database, policy: Policy, transition: Transition): Promise<RecoveryDoc | Refusal> {
  return whileOpen(database, transition, (at, { recreation }) => {
    const attempt = (recreation?.activation?.attempt ?? 0) + 1;
    return {
      at,
      step: 'register',
      what: 'started-over',
      update: {
        $set: { 'recreation.activation': newActivation(policy, at, attempt) },
        $inc: { 'recreation.startOversLeft': -1 },
      },
    };
  });
}

/** The registration code of the app. @param seed sealed; null when the code does not come from this activation */
export function settleRegistration(
  database: Database,
  transition: Transition,
  seed: SealedValue | null,
): Promise<Judged | Refusal> {
  return judgeWhileOpen('registered', database, transition, (at, { recreation }) => {
    // B-02: the clock decides.
    const expiresAt = recreation?.activation?.expiresAt;
    if (expiresAt === undefined || at >= expiresAt) return refuseInTransaction(refusal('activation-over'));
    return seed === null
      ? { at, step: 'register', what: 'registration-refused', update: oneAttemptLess }
      : { at, step: 'first-code', what: 'registered', update: { $set: { 'recreation.activation.seed': seed } } };
  });
}

const oneAttemptLess = { $inc: { 'recreation.activation.attemptsLeft': -1 } };

/** A code that the new seed does not give. */
export function recordWrongFirstCode(database: Database, transition: Transition): Promise<Judged | Refusal> {
  return judgeWhileOpen('recreated', database, transition, (at) => ({
    at,
    step: 'first-code',
    what: 'first-code-refused',
    update: oneAttemptLess,
  }));
}

/**
 * The first code is right: the former binding ends and the new one begins, in one transaction. The app is known by its registration
 * alone, because it may never have spoken with a server.
 */
export function completeRecreation(
  database: Database,
  transition: Transition,
  key: SealKey,
  { seed, factor }: { seed: Uint8Array; factor: number },
): Promise<Judged | Refusal> {
  const device = { id: newId('dev'), model: 'Authenticator app', shortId: newShortId() };
  return judgeWhileOpen(
    'recreated',
    database,
    transition,
    (at, { tokens: [token], recreation }) => {
      const serial = recreation?.activation?.serial;
      if (token === undefined || serial === undefined) return refuseInTransaction(refusal('wrong-step'));
      return {
        at,
        step: 'switch',
        what: 'recreated',
        detail: { former: token.serial, serial },
        update: {
          $set: {
            state: 'completed',
            endedAt: at,
            toDevice: device,
            'tokens.0.serial': serial,
            'recreation.activation.seed': null,
          },
          $addToSet: { searchable: serial.toLowerCase() },
        },
      };
    },
    async (recovery, at, session) => {
      const tokenId = recovery.tokens[0]?.id ?? '';
      await rebind(database, recovery, key, device, { tokenId, seed, factor }, at, session);
      await database.accounts.updateOne(
        { _id: recovery.account.id },
        { $set: { failures: 0, lastFailureAt: null } },
        { session },
      );
    },
  );
}

/**
 * A recreation that came to nothing: the token wakes as it was, unless it was lost (design.md, principle 6). Its owner, who says that
 * somebody else said so, has it back.
 */
export async function wakeToken(
  database: Database,
  { _id, recreation }: RecoveryDoc,
  reason: string | undefined,
  session: ClientSession,
): Promise<void> {
  const former: TokenState | null = recreation?.suspendedFrom ?? null;
  if (recreation?.reason == null || former === null || former === 'suspended') return;
  if (staysSuspended(recreation.reason) && reason !== notMe) return;
  await database.tokens.updateOne(
    { 'reservedBy.id': _id, state: 'suspended', suspendedBy: _id },
    { $set: { state: former }, $unset: { suspendedBy: '' } },
    { session },
  );
}
