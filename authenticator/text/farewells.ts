import type { Recovery } from '../../contracts/recoveries.ts';
import { isOpen, type ClosedState } from '../../domain/words.ts';

const farewells = {
  completed: '',
  cancelled: 'Cancelled. Everything is as it was.',
  expired: 'The time was up. Everything is as it was; you can start again.',
  locked: 'Too many wrong codes. Everything is as it was; you can start again or contact support.',
  failed: 'This did not work out. Everything is as it was; you can start again.',
} as const satisfies Record<ClosedState, string>;

/** How a restore or pairing ended, '' while it goes on or where its end shows by itself. */
export function farewellOf({ state }: Recovery): string {
  return isOpen(state) ? '' : farewells[state];
}
