import { isOpen, type ClockCause, type RecoveryState } from './words.ts';

/** Times in ms since the epoch. */
interface Standing {
  state: RecoveryState;
  deadline: number;
  /** By when support means to answer; null where it was never asked. */
  respondBy: number | null;
}

/** What nobody has to note, because the clock tells it. store/cases.ts asks the same of the database. */
export function troubleByClock(
  { state, deadline, respondBy }: Standing,
  now: number,
): { cause: ClockCause; since: number } | null {
  if (isOpen(state) && deadline < now) return { cause: 'deadline-passed', since: deadline };
  // Support answers by ending this state; sending a verification back promises another moment.
  const isLate = state === 'awaiting-support' && respondBy !== null && respondBy < now;
  return isLate ? { cause: 'support-late', since: respondBy } : null;
}
