import type { ChallengePurpose } from '../contracts/identities.ts';
import type { CallerCheck, RestoreCodeWay } from '../contracts/restoration.ts';
import type { RestorationPolicy, RestoringKind } from '../domain/restoration.ts';
import type { RecreationPolicy } from '../domain/recreation.ts';
import type { QuestionId } from '../domain/security-questions.ts';
import type { TransferPolicy } from '../domain/transfer.ts';
import type { SignInState } from '../domain/words.ts';
import type { Named } from './documents.ts';

/** The shapes of what stands around identities: sign-ins, attempts, challenges, and what administrators and supervisors decide. */

/** A relying service waits for a person. For an unknown person there is one too, which nobody can approve (E-01). */
export interface SignInDoc {
  _id: string;
  service: Named;
  userName: string;
  tokenId: string | null;
  place: string | null;
  number: string;
  choices: string[];
  challenge: string;
  state: Exclude<SignInState, 'expired'>;
  /** The device that approved or refused it. */
  decidedBy?: string;
  createdAt: Date;
  expiresAt: Date;
}

/** *Restore old ID* before the restore code was right. For whom there is nothing to restore, there is one that never succeeds (E-03). */
export interface RestoreAttemptDoc {
  _id: string;
  kind: RestoringKind;
  userName: string;
  accountId: string | null;
  tokenId: string | null;
  /** The device that tries; nobody else can go on with it. */
  thumbprint: string;
  deviceId: string;
  attemptsLeft: number;
  /** Digest of the code that was right: only the same one gets the same answer again. */
  accepted: string | null;
  startedAt: Date;
  expiresAt: Date;
}

export interface ChallengeDoc {
  _id: string;
  deviceId: string;
  purpose: ChallengePurpose;
  /** Digest of the one request that has used it. */
  usedFor: string | null;
  expiresAt: Date;
}

/** A proof by a key that belongs to no device yet: none is taken twice (D-03). */
export interface ProofDoc {
  _id: string;
  expiresAt: Date;
}

/** One version of what the administrator decided. */
export interface PolicyDoc {
  _id: number;
  restoration: RestorationPolicy;
  transfer?: TransferPolicy;
  recreation?: RecreationPolicy;
  changedAt: Date;
  changedBy: Named;
  reason: string;
}

export interface ApprovalDoc {
  _id: string;
  action: 'restore-code';
  way: RestoreCodeWay;
  account: { id: string; userName: string; email: string };
  callerCheck: CallerCheck;
  reason: string;
  /** SHA-256 over everything that was asked for: what is approved is this and nothing else (S-06). */
  parameters: string;
  state: 'waiting' | 'approved' | 'refused' | 'used' | 'void';
  /** Digest of the request that has used it: the same one again, its answer lost, is no second use. */
  usedFor: string | null;
  requestedBy: Named;
  requestedAt: Date;
  expiresAt: Date;
  decidedBy: Named | null;
}

/** The security questions of an account, by its id. */
export interface SecurityQuestionsDoc {
  _id: string;
  /** Argon2id, encoded, over keyed digests. */
  answers: { question: QuestionId; hash: string }[];
  /** Those asked next, until they are answered. */
  asked: QuestionId[];
  setAt: Date;
}

/** An account holder has entered the code of a token in this browser: *Manage my account* is open. */
export interface SecondFactorDoc {
  _id: string;
  until: Date;
}

/** A member of staff has confirmed who they are, in this session (S-05). */
export interface StepUpDoc {
  _id: string;
  until: Date;
}
