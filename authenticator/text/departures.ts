import type { DepartedToken } from '../../device-sdk/state.ts';
import { momentOf } from './moments.ts';

const verbs = {
  moved: 'moved',
  reloaded: 'was brought back',
  deleted: 'was deleted',
  restored: 'was restored',
  unpaired: 'was unpaired from this device',
  recreated: 'was made anew as a soft token',
} as const satisfies Record<DepartedToken['reason'], string>;
/** There is no other device that it went to, or none that the server knows. */
const withoutDestination = ['deleted', 'unpaired', 'recreated'];

/** "It moved to iPhone12,3 (ID 204021) on …, and was removed here." */
export function whyDeparted({ reason, to, at }: DepartedToken, now?: number): string {
  const way = reason === 'restored' ? 'on' : 'to';
  const destination =
    to === null || withoutDestination.includes(reason) ? '' : ` ${way} ${to.model} (ID ${to.shortId})`;
  return `It ${verbs[reason]}${destination} on ${momentOf(at, now, 'always-dated')}, and was removed here.`;
}
