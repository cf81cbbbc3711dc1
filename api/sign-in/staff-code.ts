import type { ApiDependencies } from '../dependencies.ts';

/** Whether a code of the signed-in staff member's own authenticator is right, asked for once more. */
export async function isStaffCode(
  { staffRealm }: Pick<ApiDependencies, 'staffRealm'>,
  headers: Headers,
  code: string,
): Promise<boolean> {
  return staffRealm.api.verifyTOTP({ headers, body: { code } }).then(
    () => true,
    () => false,
  );
}
