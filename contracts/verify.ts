import { z } from 'zod';
import { Otp } from './words.ts';

/** A relying service asks whether a code is right, for a token by serial number or for a user of its own. */
export const VerifyOtp = z
  .union([
    z.strictObject({ serial: z.string().min(4).max(24).meta({ example: '7Q2M9F3A-1EC' }), otp: Otp }),
    z.strictObject({ userName: z.string().min(1).max(40).meta({ example: 'ana' }), otp: Otp }),
  ])
  .meta({ id: 'VerifyOtp', example: { userName: 'ana', otp: '755224' } });

/** Only yes or no: why not stands in the audit, never in the answer. */
export const Verdict = z.strictObject({ accepted: z.boolean().meta({ example: true }) }).meta({ id: 'Verdict' });
