import { ApplicationFailure } from '@temporalio/activity';
import { provesMailCode } from '../domain/mail-code.ts';
import { isRefusal, refusal, type Refusal } from '../domain/refusals.ts';
import { isOpen } from '../domain/words.ts';
import type { RecoveryDoc } from '../store/documents.ts';
import { moveTokens, readForClaim, recordRefusedClaim } from '../store/recoveries/claim.ts';
import { closeRecovery, extendDeadline } from '../store/recoveries/close.ts';
import { issueNextCode, settleMailCode } from '../store/recoveries/prove.ts';
import { confirmPairing, pairDevice } from '../store/recoveries/pair.ts';
import { activateDevice } from '../store/recoveries/transfer.ts';
import type { RecoveryActivities, Standing } from '../workflows/activities.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { openings } from './openings.ts';
import { recreationActivities } from './recreations.ts';
import { provenTokens } from './seed-proofs.ts';
import { sendStepMail, sendStepMailSoon } from './step-mail.ts';

/** One activity a step: the transaction, then that step's mail. */
export function recoveryActivities(deps: ActivityDependencies): RecoveryActivities {
  const { database, policy, masterKey, vault } = deps;

  const standing = async (recovery: RecoveryDoc, seq: number): Promise<Standing> => ({
    deadline: recovery.deadline.getTime(),
    issuedAt: recovery.challenge?.issuedAt.getTime() ?? 0,
    mailPending: !(await sendStepMailSoon(deps, recovery, seq)),
  });
  const answer = async (outcome: RecoveryDoc | Refusal, seq: number) =>
    isRefusal(outcome) ? outcome : standing(outcome, seq);

  return {
    ...openings(deps, answer),
    ...recreationActivities(deps, standing),

    activateDevice: async ({ recoveryId, seq, by, device }) =>
      answer(await activateDevice(database, { recoveryId, seq, actor: by }, device), seq),

    pairDevice: async ({ recoveryId, seq, by, device, digits }) =>
      answer(await pairDevice(database, policy, { recoveryId, seq, actor: by }, device, digits), seq),

    confirmPairing: async ({ recoveryId, seq, by }) =>
      answer(await confirmPairing(database, policy, { recoveryId, seq, actor: by }), seq),

    settleMailCode: async ({ recoveryId, seq, by, kind, digest, issue, issuedAt, boundTo }) => {
      const isRight = provesMailCode(
        masterKey,
        recoveryId,
        { issue, issuedAt, boundTo },
        digest,
        Date.now(),
        policy.limits,
      );
      const settled = await settleMailCode(database, policy, { recoveryId, seq, actor: by }, kind, isRight);
      if (isRefusal(settled)) return settled;
      const { recovery } = settled;
      const takenOver = settled.isRight ? recovery.takesOver.map((former) => former.recoveryId) : [];
      return { ...(await standing(recovery, seq)), isRight: settled.isRight, takenOver };
    },

    resendMailCode: async ({ recoveryId, seq, by, accountId, at, reason }) =>
      answer(
        await issueNextCode(
          database,
          policy,
          { recoveryId, seq, actor: by, ...(reason === undefined ? {} : { reason }) },
          accountId,
          at,
        ),
        seq,
      ),

    moveTokens: async ({ recoveryId, seq, by, device, proofs }) => {
      const { recovery, key } = await readForClaim(database, vault, recoveryId);
      if (recovery.forDevice !== null && recovery.forDevice !== device.id) return refusal('not-found');
      const proven = provenTokens(deps, recovery, device.id, proofs, Date.now());
      const transition = { recoveryId, seq, actor: by };
      if (proven === undefined) {
        const refused = await recordRefusedClaim(database, transition, device.id);
        return isRefusal(refused) ? refused : { ...(await standing(refused, seq)), isRight: false };
      }
      const moved = await moveTokens(database, transition, key, device, proven);
      return isRefusal(moved) ? moved : { ...(await standing(moved.recovery, seq)), isRight: moved.isRight };
    },

    extendDeadline: async ({ recoveryId, seq, by, deadline, reason }) =>
      answer(await extendDeadline(database, policy, { recoveryId, seq, actor: by, reason }, new Date(deadline)), seq),

    closeRecovery: async ({ recoveryId, by, ending, reason }) => {
      const closed = await closeRecovery(database, recoveryId, by, ending, reason);
      if (closed === null) return { state: 'refused', seq: 0, mailPending: false };
      if (isOpen(closed.state)) throw ApplicationFailure.retryable(`${recoveryId} did not close`);
      const { mailPending } = await standing(closed, closed.version);
      return { state: closed.state, seq: closed.version, mailPending };
    },

    deliverStepMail: async ({ recoveryId, seq }) => {
      const recovery = await database.recoveries.findOne({ _id: recoveryId });
      if (recovery !== null) await sendStepMail(deps, recovery, seq);
    },
  };
}
