import type { StaffMember } from '../../contracts/accounts.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { ask } from '../connection/ask.ts';

let known: Promise<StaffMember> | undefined;

/** Who is signed in, asked once until somebody signs in or out. */
export function me(): Promise<StaffMember> {
  known ??= ask(adminRoutes.me, {}).catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

export function isSomebodyKnown(): boolean {
  return known !== undefined;
}

export function forgetMe(): void {
  known = undefined;
}
