import type { NewDevice, PublicJwk } from '../domain/device.ts';
import type { RestoringKind } from '../domain/restoration.ts';
import type { RecreationReason } from '../domain/recreation.ts';
import type { Actor, ClosedState, RecoveryWay } from '../domain/words.ts';

/** What travels between the API and a running recovery. Ids, verdicts, deadlines and keyed digests only: no code, no seed (W-04). */

export const taskQueue = 'recoveries';

/** The workflow of a recovery has the recovery's id: opaque, and the same for a repeated request. */
export function workflowIdOf(recoveryId: string): string {
  return recoveryId;
}

/** How long things may take, pinned at the start (design.md: each recovery keeps the policy it started under). */
export interface PinnedPolicy {
  attempts: number;
  resends: number;
  resendAfterMs: number;
  extendByMs: number;
  extensions: number;
}

export interface RecoveryInput {
  recoveryId: string;
  accountId: string;
  /** Hash of the request that started it: tells a repeated request from another one under the same key. */
  requestHash: string;
  actor: Actor;
  way?: RecoveryWay;
  policy: PinnedPolicy;
}

export interface MigrationInput extends RecoveryInput {
  tokenId: string;
  /** The browser session that asked: codes are good there alone (C-06). */
  boundTo: string;
}

export interface ReloadInput extends RecoveryInput {
  formerDeviceId: string;
  forDeviceId: string;
  boundTo: string;
}

export interface EnrolmentInput extends RecoveryInput {
  tokenId: string;
}

/** Guide 001: by restore code and mailed code. */
export interface RestoreByCodeInput extends RecoveryInput {
  way: 'code';
  kind: RestoringKind;
  tokenId: string;
  device: NewDevice;
  boundTo: string;
}

/** Guide 001: by a QR code that a device of the identity shows. */
export interface RestoreByQrInput extends RecoveryInput {
  way: 'qr';
  kind: RestoringKind;
  tokenId: string;
  fromDevice: { id: string; model: string; shortId: string };
}

/** Guide 002. */
export interface TransferInput extends RecoveryInput {
  tokenIds: string[];
  fromDevice: { id: string; model: string; shortId: string };
}

/** Guide 003. `way` is `questions` where policy asks for no mailed code. */
export interface RecreationInput extends RecoveryInput {
  tokenId: string;
  /** The browser in which it was begun. */
  boundTo: string;
  startOvers: number;
}

export type RestoreInput = RestoreByCodeInput | RestoreByQrInput;

export type Outcome = ClosedState | 'refused';

/** Answers once the recovery is open, or refused. */
export const open = 'open';

export interface Opened {
  requestHash: string;
}

/** Who asks, and of which account: a recovery of another account answers as if it were missing. Staff belong to none. */
interface Asked {
  by: Actor;
  account?: string;
}

/** What may be asked only in the browser that has proved whose it is. */
interface InBrowser extends Asked {
  browser: string;
}

/** A code of the new seed, as a keyed digest; or the new public key, whose signature the API has verified. */
export type ClaimProof =
  { tokenId: string; digest: string } | { tokenId: string; publicKey: PublicJwk; thumbprint: string };

export interface Messages {
  'enter-mail-code': Asked & { digest: string };
  'resend-mail-code': Asked & { boundTo?: string; reason?: string };
  claim: Asked & {
    device: { id: string; model: string; shortId: string };
    proofs: ClaimProof[];
  };
  /** *Start QR code pairing* on the new device. */
  scan: Asked & { device: NewDevice; digits: string };
  /** The old device says that both show the same digits. */
  'confirm-pairing': Asked;
  /** The new device brings what the message of a transfer said. */
  activate: Asked & { device: NewDevice };
  /** The three answers, sealed for this recovery. */
  'answer-questions': InBrowser & { sealed: string };
  'ask-support': InBrowser;
  /** An agent has made sure who calls, in one of the ways that count. */
  'verify-caller': Asked & { how: string; note: string; name: string };
  /** A supervisor lets the recovery go on, or sends the verification back. */
  'decide-caller': Asked & { isApproved: boolean; verifiedAt: number; reason: string };
  /** *Self-administration actions*, then Yes. */
  recreate: InBrowser & { reason: RecreationReason };
  'start-over': InBrowser;
  /** The registration code of the app, sealed for this recovery. `attempt`: which activation it answers. */
  register: InBrowser & { sealed: string; attempt: number };
  /** The first code of the app, as a keyed digest. */
  'first-code': InBrowser & { digest: string; attempt: number };
  extend: Asked & { reason: string };
  /** `at`: only if the recovery is still at that step. */
  cancel: Asked & { reason?: string; at?: string };
}

export type MessageName = keyof Messages;

/** A hint that a reload has taken this migration's token over; what is so stands in the database. */
export const takenOver = 'taken-over';
