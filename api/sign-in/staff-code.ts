import { takeStaffCode } from '../../store/challenges.ts';
import type { ApiDependencies } from '../dependencies.ts';

/** Whether a code of the signed-in staff member's own authenticator is right, and was not used before. */
export async function isStaffCode(
  { staffRealm, database }: Pick<ApiDependencies, 'staffRealm' | 'database'>,
  staffId: string,
  headers: Headers,
  code: string,
): Promise<boolean> {
  const isRight = await staffRealm.api.verifyTOTP({ headers, body: { code } }).then(
    () => true,
    () => false,
  );
  return isRight && takeStaffCode(database, staffId, code);
}
