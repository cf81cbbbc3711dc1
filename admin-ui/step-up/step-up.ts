import { adminRoutes } from '../../contracts/routes/admin.ts';
import { askOnce } from '../connection/ask.ts';
import { isRefusedWith } from '../connection/refused.ts';
import { SignInRefused } from '../sign-in/staff-auth.ts';

export interface Answer {
  password: string;
  /** Where a second factor is set up. */
  code?: string;
}

/** @throws SignInRefused in a sentence about what was typed; the API has one code for all that is not right at sign-in */
export async function stepUp({ password, code }: Answer): Promise<void> {
  const body = { password, ...(code !== undefined && { code: code.replace(/\s/g, '') }) };
  await askOnce(adminRoutes.stepUp, { body }).catch((error: unknown) => {
    if (!isRefusedWith(error, 'sign-in-failed') && !isRefusedWith(error, 'invalid-request')) throw error;
    throw new SignInRefused(
      code === undefined ? 'That password is not right.' : 'Password or code is not right. Use the newest code.',
    );
  });
}
