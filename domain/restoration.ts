import type { RecoveryKind } from './words.ts';

/** What the administrator decides about restoring identities (guide 001, "Managing Restoration"). Takes effect at once. */
export interface RestorationPolicy {
  /** Off: nobody can restore or duplicate an identity, nor activate the restore function. */
  isOn: boolean;
  /** The restore function is activated with the creation of an identity, and cannot be put off. */
  isEnforcedAtCreation: boolean;
  /** Duplicating an identity unpairs the devices that had it. */
  unpairsUponDuplication: boolean;
  /** On how many devices an identity may be at once (T-09). */
  maxDevices: number;
  /** `sealed`: staff may reveal it under dual control. `hashed`: nobody can read it back. */
  codeStorage: CodeStorage;
  /** What becomes of restores that are under way when restoration is switched off. */
  runningWhenOff: 'end' | 'freeze';
  /** Whether seeing or sending a restore code needs a second person (S-06). */
  needsSecondPerson: boolean;
}

export const codeStorages = ['sealed', 'hashed'] as const;
export type CodeStorage = (typeof codeStorages)[number];

export const defaultRestoration: RestorationPolicy = {
  isOn: true,
  isEnforcedAtCreation: false,
  unpairsUponDuplication: false,
  maxDevices: 2,
  codeStorage: 'sealed',
  runningWhenOff: 'end',
  needsSecondPerson: true,
};

/** T-09. */
export const mostDevices = 5;

/** *Back up your identity* is offered with the sixth sign-in (guide 001, "Activate the Restore Function"). */
export const signInsBeforePrompt = 6;

export const restoringKinds = ['restore', 'duplication'] as const satisfies RecoveryKind[];
export type RestoringKind = (typeof restoringKinds)[number];

export function isRestoring(kind: RecoveryKind): kind is RestoringKind {
  return restoringKinds.some((restoring) => restoring === kind);
}

export interface RestorationFacts {
  isActive: boolean;
  isPromptDeclined: boolean;
  signIns: number;
}

/** Whether the app asks *Back up your identity* now. NOT NOW means never again. */
export function isPromptDue(facts: RestorationFacts, policy: RestorationPolicy): boolean {
  if (!policy.isOn || facts.isActive) return false;
  return policy.isEnforcedAtCreation || (!facts.isPromptDeclined && facts.signIns >= signInsBeforePrompt);
}
