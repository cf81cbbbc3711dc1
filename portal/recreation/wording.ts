import { ProblemError } from '../../contracts/client.ts';
import { staysSuspended, type RecreationReason } from '../../domain/recreation.ts';

/** *Self-administration actions*, in the words of guide 003. */
export const wishes = {
  deleted: "I'd like to recreate my soft token since I deleted its identity from my device",
  lost: "I'd like to recreate my soft token since I lost my device",
  'new-device': "I'd like to recreate my soft token since I have a new device",
  'app-damaged': "I'd like to recreate my soft token since the app is damaged",
} as const satisfies Record<RecreationReason, string>;

function count(many: number, one: string, more: string): string {
  return many === 1 ? `1 ${one}` : `${String(many)} ${more}`;
}

export function spellRounds(left: number): string {
  return left === 0 ? 'no round left' : `${count(left, 'round', 'rounds')} left`;
}

export function spellAttempts(left: number): string {
  return left === 0 ? 'No attempt left' : `${count(left, 'attempt', 'attempts')} left`;
}

/** `Start over (2 left)`. */
export function spellStartOver(left: number): string {
  return `Start over (${String(left)} left)`;
}

/** Of a refusal that counts them. */
export function attemptsLeftOf(error: unknown): number | undefined {
  return error instanceof ProblemError ? error.problem.attemptsLeft : undefined;
}

/** Said before Yes. @param token service and masked serial number */
export function spellWhatYesDoes(token: string, reason: RecreationReason): string {
  const after = staysSuspended(reason)
    ? 'Because the device is lost, it stays suspended, whatever becomes of this.'
    : 'If you do not finish, it is again as it was before.';
  return `${token} is suspended at once: its codes are refused wherever it is. You then get a new serial number and activation code for the app. ${after}`;
}
