import { proxyActivities } from '@temporalio/workflow';
import type { NewDevice } from '../domain/device.ts';
import type { StepId } from '../domain/guides.ts';
import type { RecreationReason } from '../domain/recreation.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Actor, ClosedState, RecoveryKind } from '../domain/words.ts';
import type {
  ClaimProof,
  EnrolmentInput,
  MigrationInput,
  RecreationInput,
  ReloadInput,
  RestoreInput,
  TransferInput,
} from './messages.ts';

/** What a step left behind, as far as the workflow must know. Times in ms since the epoch. */
export interface Standing {
  deadline: number;
  issuedAt: number;
  /** The message of this step could not be handed over at once. */
  mailPending: boolean;
}

interface Step {
  recoveryId: string;
  seq: number;
  by: Actor;
}

/** An answer to the mailed code, with the issue that it is judged by. */
interface Answered {
  digest: string;
  issue: number;
  issuedAt: number;
  boundTo: string;
}

/** One activity a step: the transaction first, then that step's mail under the same transition id. Each may run again. */
export interface RecoveryActivities {
  openMigration(input: MigrationInput): Promise<Standing | Refusal>;
  openReload(input: ReloadInput): Promise<Standing | Refusal>;
  openEnrolment(input: EnrolmentInput): Promise<Standing | Refusal>;
  openRestore(input: RestoreInput): Promise<Standing | Refusal>;
  openTransfer(input: TransferInput): Promise<Standing | Refusal>;
  openRecreation(input: RecreationInput): Promise<(Standing & { rounds: number }) | Refusal>;
  proveBrowser(step: Step & Answered & { step: StepId }): Promise<(Standing & { isRight: boolean }) | Refusal>;
  settleAnswers(step: Step & { sealed: string }): Promise<(Standing & { isRight: boolean }) | Refusal>;
  askSupport(step: Step): Promise<Standing | Refusal>;
  recordVerification(step: Step & { how: string; note: string; name: string }): Promise<Standing | Refusal>;
  decideCaller(step: Step & { isApproved: boolean; verifiedAt: number; reason: string }): Promise<Standing | Refusal>;
  suspendToken(step: Step & { reason: RecreationReason }): Promise<Standing | Refusal>;
  startOver(step: Step): Promise<Standing | Refusal>;
  settleRegistration(step: Step & { sealed: string }): Promise<(Standing & { isRight: boolean }) | Refusal>;
  settleFirstCode(step: Step & { digest: string }): Promise<(Standing & { isRight: boolean }) | Refusal>;
  activateDevice(step: Step & { device: NewDevice }): Promise<Standing | Refusal>;
  pairDevice(step: Step & { device: NewDevice; digits: string }): Promise<Standing | Refusal>;
  confirmPairing(step: Step): Promise<Standing | Refusal>;
  settleMailCode(
    step: Step & Answered & { kind: RecoveryKind },
  ): Promise<(Standing & { isRight: boolean; takenOver: string[] }) | Refusal>;
  resendMailCode(step: Step & { accountId: string; at?: StepId; reason?: string }): Promise<Standing | Refusal>;
  moveTokens(
    step: Step & {
      device: { id: string; model: string; shortId: string };
      proofs: ClaimProof[];
    },
  ): Promise<(Standing & { isRight: boolean }) | Refusal>;
  extendDeadline(step: Step & { deadline: number; reason: string }): Promise<Standing | Refusal>;
  closeRecovery(ending: {
    recoveryId: string;
    by: Actor;
    ending: Exclude<ClosedState, 'completed'>;
    reason?: string;
  }): Promise<{ state: ClosedState | 'refused'; seq: number; mailPending: boolean }>;
  deliverStepMail(mail: { recoveryId: string; seq: number }): Promise<void>;
}

/** Short attempts, so that a killed worker is noticed soon (temporal.md P14); retried until the outage is over. */
export const activities = proxyActivities<RecoveryActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '250 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});
