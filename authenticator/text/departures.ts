import type { DepartedToken } from '../../device-sdk/state.ts';
import { momentOf } from './moments.ts';

const verbs = { moved: 'moved', reloaded: 'was brought back', deleted: 'was deleted' } as const satisfies Record<
  DepartedToken['reason'],
  string
>;

/** "It moved to iPhone12,3 (ID 204021) on …, and was removed here." */
export function whyDeparted({ reason, to, at }: DepartedToken, now?: number): string {
  const destination = to === null || reason === 'deleted' ? '' : ` to ${to.model} (ID ${to.shortId})`;
  return `It ${verbs[reason]}${destination} on ${momentOf(at, now, 'always-dated')}, and was removed here.`;
}
