import type { Limits } from './policy.ts';
import {
  isOpen,
  type RecoveryKind,
  type RecoveryState,
  type StaffRole,
  type TokenState,
  type TokenType,
} from './words.ts';
import type { StepId } from './guides.ts';

export const tokenActions = ['migrate', 'disable', 'enable', 'delete'] as const;
export type TokenAction = (typeof tokenActions)[number];

export interface TokenFacts {
  type: TokenType;
  state: TokenState;
  isReserved: boolean;
  hasCertificate: boolean;
}

/** What the account holder may do with a token (guide 000, "Strong Authentication"). A connected certificate keeps a token from being deleted. */
export function ownerActions(token: TokenFacts): TokenAction[] {
  if (token.isReserved) return [];
  if (token.type === 'identity')
    return token.state === 'active' ? ['disable'] : token.state === 'disabled' ? ['enable'] : [];
  const mayDelete: TokenAction[] = token.hasCertificate ? [] : ['delete'];
  switch (token.state) {
    case 'active':
      return [...mayDelete, 'disable', 'migrate'];
    case 'locked':
      return [...mayDelete, 'disable', 'migrate'];
    case 'disabled':
      return [...mayDelete, 'enable'];
    case 'pending':
    case 'migrating':
    case 'suspended':
    case 'deleted':
      return [];
  }
}

export const recoveryActions = ['resend', 'extend', 'cancel'] as const;
export type RecoveryAction = (typeof recoveryActions)[number];

export const ownActions = ['enter-code', 'resend', 'cancel'] as const;
export type OwnAction = (typeof ownActions)[number];

/** What its owner may do with a recovery. An enrolment is not theirs to cancel: the token waits until its deadline. */
export function ownerRecoveryActions({
  kind,
  state,
  step,
  resendsLeft,
}: Pick<RecoveryFacts, 'kind' | 'state' | 'step' | 'resendsLeft'>): OwnAction[] {
  if (!isOpen(state) || kind === 'enrolment') return [];
  if (step !== 'prove-ownership') return ['cancel'];
  return resendsLeft > 0 ? ['enter-code', 'resend', 'cancel'] : ['enter-code', 'cancel'];
}

export interface RecoveryFacts {
  kind: RecoveryKind;
  state: RecoveryState;
  step: StepId;
  deadline: number;
  resendsLeft: number;
  lastIssuedAt: number;
  extensionsLeft: number;
}

/** What staff of a role may do with a recovery at `now`. The console shows these and no others. */
export function staffActions(recovery: RecoveryFacts, role: StaffRole, now: number, limits: Limits): RecoveryAction[] {
  if (role === 'auditor' || role === 'administrator' || !isOpen(recovery.state)) return [];
  const actions: RecoveryAction[] = [];
  if (
    recovery.step === 'prove-ownership' &&
    recovery.resendsLeft > 0 &&
    now >= recovery.lastIssuedAt + limits.resendAfterMs
  )
    actions.push('resend');
  if (recovery.extensionsLeft > 0 && now < recovery.deadline) actions.push('extend');
  actions.push('cancel');
  return actions;
}

export const staffTurns = ['disable', 'enable'] as const;
export type StaffTurn = (typeof staffTurns)[number];

/** What somebody of the staff may do with another. Nobody disables themselves: so one administrator always stays. */
export function staffTurnsOf(
  member: { id: string; state: 'active' | 'disabled' },
  by: { id: string; role: StaffRole },
): StaffTurn[] {
  if (by.role !== 'administrator' || by.id === member.id) return [];
  return [member.state === 'active' ? 'disable' : 'enable'];
}
