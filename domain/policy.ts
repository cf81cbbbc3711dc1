import type { RecoveryKind, RecoveryWay } from './words.ts';

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const days = 24 * hours;

/** Every limit with its default, bounds and source. Durations in ms. Bounds are enforced at start-up (security.md). */
export const limits = {
  /** C-01: NIST SP 800-63B-4 §4.2.1.2, ASVS 6.5.4. */
  codeDigits: { value: 6, min: 6, max: 8 },
  /** C-02: ASVS caps out-of-band codes at ten minutes. */
  codeLifetimeMs: { value: 10 * minutes, min: 1 * minutes, max: 10 * minutes },
  /** C-03: counted over the whole recovery, so that a resend buys no further guesses. */
  codeAttempts: { value: 5, min: 1, max: 5 },
  /** C-07. */
  resendAfterMs: { value: 60 * seconds, min: 30 * seconds, max: 10 * minutes },
  resends: { value: 3, min: 0, max: 5 },
  codeMailsPerDay: { value: 5, min: 1, max: 1_000_000 },
  proveWithinMs: { value: 30 * minutes, min: 5 * minutes, max: 24 * hours },
  /** Guide 000; design.md, "The flows". */
  migrationClaimWithinMs: { value: 72 * hours, min: 1 * hours, max: 30 * days },
  reloadClaimWithinMs: { value: 30 * minutes, min: 5 * minutes, max: 24 * hours },
  /** Guide 002; B-02. */
  transferClaimWithinMs: { value: 24 * hours, min: 1 * hours, max: 24 * hours },
  restoreClaimWithinMs: { value: 30 * minutes, min: 5 * minutes, max: 24 * hours },
  /** Guide 001, "Show QR code": how long a pairing code may be scanned, and then confirmed. */
  pairingWithinMs: { value: 2 * minutes, min: 30 * seconds, max: 2 * minutes },
  /** How long the screens of *Restore old ID* may take before the restore code is right. */
  restoreAttemptWithinMs: { value: 15 * minutes, min: 5 * minutes, max: 60 * minutes },
  restoreCodeAttempts: { value: 5, min: 1, max: 5 },
  /** D-02. */
  challengeLifetimeMs: { value: 2 * minutes, min: 30 * seconds, max: 2 * minutes },
  signInWithinMs: { value: 2 * minutes, min: 30 * seconds, max: 5 * minutes },
  /** How many sign-ins of a person may wait at once: a flood of them is how fatigue attacks work. */
  signInsWaiting: { value: 3, min: 1, max: 1_000_000 },
  /** S-06, S-05. */
  approvalWithinMs: { value: 30 * minutes, min: 5 * minutes, max: 30 * minutes },
  stepUpWithinMs: { value: 5 * minutes, min: 1 * minutes, max: 5 * minutes },
  /** B-02: how long an activation code that is shown on a page may be used. */
  activationWithinMs: { value: 10 * minutes, min: 1 * minutes, max: 10 * minutes },
  /** Guide 003: how long its owner may take, once known, until the new token works. */
  recreationClaimWithinMs: { value: 24 * hours, min: 30 * minutes, max: 7 * days },
  /** wrong rounds of security questions in a recovery. */
  answerRounds: { value: 3, min: 1, max: 3 },
  /** How long a call for help waits, and by when support means to have answered it. */
  supportWithinMs: { value: 72 * hours, min: 1 * hours, max: 14 * days },
  supportRespondsWithinMs: { value: 4 * hours, min: 5 * minutes, max: 72 * hours },
  /** S-06: how old the verification of a caller may be when a supervisor decides about it. */
  callerVerifiedForMs: { value: 30 * minutes, min: 5 * minutes, max: 30 * minutes },
  /** How long *Manage my account* stays open after the second factor. */
  secondFactorForMs: { value: 10 * minutes, min: 1 * minutes, max: 30 * minutes },
  enrolmentClaimWithinMs: { value: 14 * days, min: 1 * hours, max: 60 * days },
  extendByMs: { value: 24 * hours, min: 1 * hours, max: 7 * days },
  extensions: { value: 3, min: 0, max: 10 },
  /** B-04. */
  repudiateWithinMs: { value: 72 * hours, min: 1 * hours, max: 30 * days },
  /** L-01. */
  startsPerHour: { value: 3, min: 1, max: 1_000_000 },
  startsPerDay: { value: 10, min: 1, max: 1_000_000 },
  /** L-01, L-02: per client address (IPv6 by /64), or per recovery. */
  signInsPerHour: { value: 100, min: 1, max: 1_000_000 },
  anonymousPerHour: { value: 30, min: 1, max: 1_000_000 },
  answersPerMinute: { value: 10, min: 1, max: 1_000_000 },
  /** C-04: NIST SP 800-63B-4 §3.2.2. */
  failuresBeforeCoolingOff: { value: 20, min: 5, max: 50 },
  coolingOffMs: { value: 5 * minutes, min: 1 * minutes, max: 1 * hours },
  longestCoolingOffMs: { value: 1 * hours, min: 5 * minutes, max: 1 * hours },
  failuresBeforeStaff: { value: 100, min: 10, max: 100 },
  /** T-04, T-06: RFC 6238 §5.2, RFC 4226 §7.3. */
  otpStepMs: { value: 30 * seconds, min: 30 * seconds, max: 30 * seconds },
  otpWindow: { value: 1, min: 1, max: 1 },
  hotpLookAhead: { value: 10, min: 1, max: 20 },
  otpFailures: { value: 10, min: 3, max: 10 },
  otpDelayPerFailureMs: { value: 5 * seconds, min: 0, max: 30 * seconds },
} as const satisfies Record<string, { value: number; min: number; max: number }>;

export type LimitName = keyof typeof limits;
export type Limits = Record<LimitName, number>;

/** A policy version: a recovery keeps the one it started under. */
export interface Policy {
  version: number;
  limits: Limits;
}

/**
 * The default policy with an operator's overrides.
 * @throws Error naming the limit when one is unknown or outside its bounds.
 */
export function policyFrom(overrides: Record<string, unknown>, version = 1): Policy {
  const chosen = Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, limit.value])) as Limits;
  for (const [name, value] of Object.entries(overrides)) {
    if (!isLimitName(name)) throw new Error(`POLICY_OVERRIDES: there is no limit "${name}"`);
    const { min, max } = limits[name];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
      throw new Error(`POLICY_OVERRIDES: ${name} must be a whole number from ${String(min)} to ${String(max)}`);
    }
    chosen[name] = value;
  }
  return { version, limits: chosen };
}

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(limits, name);
}

const claimLimit = {
  enrolment: 'enrolmentClaimWithinMs',
  migration: 'migrationClaimWithinMs',
  reload: 'reloadClaimWithinMs',
  restore: 'restoreClaimWithinMs',
  duplication: 'restoreClaimWithinMs',
  transfer: 'transferClaimWithinMs',
  recreation: 'recreationClaimWithinMs',
} as const satisfies Record<RecoveryKind, LimitName>;

/** How often staff may prolong a recovery: never what stands on a screen as a QR code (B-02), which takes seconds to show anew. */
export function extensionsOf(way: RecoveryWay | null, { limits }: Policy): number {
  return way === 'qr' ? 0 : limits.extensions;
}

export function claimWithinMs(kind: RecoveryKind, policy: Policy): number {
  return policy.limits[claimLimit[kind]];
}

/** C-04: how long after the n-th failure in a row the next code has to wait, 0 when not at all. */
export function coolingOffMs(failures: number, policy: Policy): number {
  const { failuresBeforeCoolingOff, coolingOffMs: first, longestCoolingOffMs } = policy.limits;
  if (failures < failuresBeforeCoolingOff) return 0;
  return Math.min(first * 2 ** (failures - failuresBeforeCoolingOff), longestCoolingOffMs);
}
