import { isSame } from '../domain/keys.ts';
import { claimDigest } from '../domain/claim.ts';
import { provesMailCode } from '../domain/mail-code.ts';
import { otpAt, totpStep } from '../domain/otp.ts';
import { fitsActivation, recreatedSeed, recreationCode, type ReadActivation } from '../domain/recreation.ts';
import { isRefusal, refusal, type Refusal } from '../domain/refusals.ts';
import type { OtpType } from '../domain/words.ts';
import type { RecoveryDoc } from '../store/documents.ts';
import { readForClaim } from '../store/recoveries/claim.ts';
import {
  askSupport,
  decideCaller,
  proveBrowser,
  recordVerification,
  settleAnswers,
} from '../store/recoveries/known-owner.ts';
import {
  completeRecreation,
  openRecreation,
  recordWrongFirstCode,
  settleRegistration,
  startOver,
  suspendToken,
} from '../store/recoveries/recreate.ts';
import { seal, unseal } from '../store/sealing.ts';
import { areRightAnswers, type AnswerDigest } from '../store/security-questions.ts';
import { openForRecovery } from '../store/travelling.ts';
import type { RecoveryActivities, Standing } from '../workflows/activities.ts';
import type { ActivityDependencies } from './dependencies.ts';

type Recreations = Pick<
  RecoveryActivities,
  | 'openRecreation'
  | 'proveBrowser'
  | 'settleAnswers'
  | 'askSupport'
  | 'recordVerification'
  | 'decideCaller'
  | 'suspendToken'
  | 'startOver'
  | 'settleRegistration'
  | 'settleFirstCode'
>;

const first = 1;

/** The steps of guide 003. @param standing sends the step's mail and tells how things stand */
export function recreationActivities(deps: ActivityDependencies, standing: Telling): Recreations {
  return { ...ownerSteps(deps, standing), ...tokenSteps(deps, standing) };
}

type Telling = (recovery: RecoveryDoc, seq: number) => Promise<Standing>;

function tellers(standing: Telling) {
  return {
    answer: async (outcome: RecoveryDoc | Refusal, seq: number) =>
      isRefusal(outcome) ? outcome : standing(outcome, seq),
    verdict: async (outcome: { isRight: boolean; recovery: RecoveryDoc } | Refusal, seq: number) =>
      isRefusal(outcome) ? outcome : { ...(await standing(outcome.recovery, seq)), isRight: outcome.isRight },
  };
}

/** Until it is certain who asks. */
function ownerSteps({ database, policy, masterKey, vault }: ActivityDependencies, standing: Telling) {
  const { answer, verdict } = tellers(standing);
  return {
    openRecreation: async ({ recoveryId, accountId, tokenId, actor, way, boundTo, startOvers }) => {
      const opening = { recoveryId, seq: first, actor, accountId, tokenId, way, boundTo, startOvers };
      const opened = await openRecreation(database, policy, opening);
      if (isRefusal(opened)) return opened;
      return { ...(await standing(opened, first)), rounds: opened.recreation?.roundsLeft ?? 0 };
    },

    proveBrowser: async ({ recoveryId, seq, by, digest, issue, issuedAt, boundTo, step }) => {
      const challenge = { issue, issuedAt, boundTo };
      const isRight = provesMailCode(masterKey, recoveryId, challenge, digest, Date.now(), policy.limits);
      const transition = { recoveryId, seq, actor: by };
      return verdict(await proveBrowser(database, policy, transition, { isRight, boundTo, step }), seq);
    },

    settleAnswers: async ({ recoveryId, seq, by, sealed }) => {
      const { recovery } = await readForClaim(database, vault, recoveryId);
      const given = JSON.parse(openForRecovery(masterKey, recoveryId, 'answers', sealed)) as AnswerDigest[];
      const asked = recovery.recreation?.questions ?? [];
      // Settled before, its answer lost: judging is dear, and the record tells the verdict.
      const isSettled = recovery.version >= seq;
      const isRight = !isSettled && (await areRightAnswers(database, recovery.account.id, asked, given));
      return verdict(await settleAnswers(database, policy, { recoveryId, seq, actor: by }, isRight), seq);
    },

    askSupport: async ({ recoveryId, seq, by }) =>
      answer(await askSupport(database, policy, { recoveryId, seq, actor: by }), seq),

    recordVerification: async ({ recoveryId, seq, by, how, note, name }) =>
      answer(await recordVerification(database, { recoveryId, seq, actor: by }, { how, note, name }), seq),

    decideCaller: async ({ recoveryId, seq, by, isApproved, verifiedAt, reason }) => {
      const transition = { recoveryId, seq, actor: by, reason };
      return answer(await decideCaller(database, policy, transition, { isApproved, verifiedAt }), seq);
    },
  } satisfies Partial<Recreations>;
}

/** From *Yes* to the first code. */
function tokenSteps(deps: ActivityDependencies, standing: Telling) {
  const { database, policy, masterKey, vault } = deps;
  const { answer, verdict } = tellers(standing);
  return {
    suspendToken: async ({ recoveryId, seq, by, reason }) =>
      answer(await suspendToken(database, policy, { recoveryId, seq, actor: by }, reason), seq),

    startOver: async ({ recoveryId, seq, by }) =>
      answer(await startOver(database, policy, { recoveryId, seq, actor: by }), seq),

    settleRegistration: async ({ recoveryId, seq, by, sealed }) => {
      const { recovery, key } = await readForClaim(database, vault, recoveryId);
      const activation = activationOf(recovery, masterKey);
      if (activation === undefined) return refusal('wrong-step');
      const registration = openForRecovery(masterKey, recoveryId, 'registration', sealed);
      const seed = fitsActivation(activation, registration)
        ? seal(key, offeredPlace(recovery), recreatedSeed(activation, registration))
        : null;
      return verdict(await settleRegistration(database, { recoveryId, seq, actor: by }, seed), seq);
    },

    settleFirstCode: async ({ recoveryId, seq, by, digest }) => {
      const { recovery, key } = await readForClaim(database, vault, recoveryId);
      const transition = { recoveryId, seq, actor: by };
      const sealed = recovery.recreation?.activation?.seed;
      // Without one it was completed before: whoever asks again learns that.
      if (sealed == null) return verdict(await recordWrongFirstCode(database, transition), seq);
      const seed = unseal([key], offeredPlace(recovery), sealed);
      const factor = factorOf(deps, recovery, seed, digest, Date.now());
      const settled =
        factor === undefined
          ? await recordWrongFirstCode(database, transition)
          : await completeRecreation(database, transition, key, { seed, factor });
      return verdict(settled, seq);
    },
  } satisfies Partial<Recreations>;
}

/** The activation that the page shows now. */
function activationOf(recovery: RecoveryDoc, masterKey: Uint8Array): ReadActivation | undefined {
  const activation = recovery.recreation?.activation;
  const type = recovery.tokens[0]?.type;
  if (activation == null || type === undefined || type === 'identity') return undefined;
  const code = recreationCode(masterKey, recovery._id, activation, type);
  return { serial: activation.serial, type, code: code.replaceAll('-', '') };
}

function offeredPlace({ _id, recreation }: RecoveryDoc): string {
  return `recoveries|${_id}|recreation.activation.seed|${String(recreation?.activation?.attempt ?? 0)}`;
}

/** The present code and its neighbours (RFC 6238 §5.2), or the very first one of a counter. */
function factorOf(
  { masterKey, policy }: Pick<ActivityDependencies, 'masterKey' | 'policy'>,
  recovery: RecoveryDoc,
  seed: Uint8Array,
  digest: string,
  now: number,
): number | undefined {
  const [token] = recovery.tokens;
  if (token === undefined) return undefined;
  const type: OtpType = token.type === 'hotp' ? 'hotp' : 'totp';
  const present = totpStep(now, policy.limits);
  const { otpWindow } = policy.limits;
  const factors = type === 'totp' ? [present, present - otpWindow, present + otpWindow] : [0];
  return factors.find((factor) => isSame(digest, claimDigest(masterKey, recovery._id, token.id, otpAt(seed, factor))));
}
