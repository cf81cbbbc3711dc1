import { identityComes } from './identity-comes.ts';
import type { Outcome, RestoreInput } from './messages.ts';

/** Guide 001: an identity comes back on another device, and its former devices are unpaired. */
export function restore(input: RestoreInput): Promise<Outcome> {
  return identityComes('restore', input);
}
