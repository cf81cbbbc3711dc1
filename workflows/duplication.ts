import { identityComes } from './identity-comes.ts';
import type { Outcome, RestoreInput } from './messages.ts';

/** Guide 001: an identity comes to another device as well; the first one stays, unless policy says otherwise. */
export function duplication(input: RestoreInput): Promise<Outcome> {
  return identityComes('duplication', input);
}
