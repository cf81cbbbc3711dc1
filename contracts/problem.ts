import { z } from 'zod';
import { refusals, type RefusalCode } from '../domain/refusals.ts';
import { Instant, RecoveryId } from './words.ts';

const codes = Object.keys(refusals) as [RefusalCode, ...RefusalCode[]];

/** The one shape of every error (RFC 9457, application/problem+json). */
export const Problem = z
  .strictObject({
    type: z.string().meta({ example: 'https://latchkey.invalid/problems/wrong-code' }),
    code: z.enum(codes).meta({ description: 'The last part of `type`, for programs', example: 'wrong-code' }),
    title: z.string().meta({ description: 'What happened', example: 'That code is not right, or no longer valid.' }),
    detail: z
      .string()
      .meta({ description: 'What to do next', example: 'Check the newest message and enter its code.' }),
    status: z.int().meta({ example: 422 }),
    requestId: z.string().meta({ example: 'c6f1d7e2-7a35-4a9e-8c50-0b4b6e2f3c11' }),
    attemptsLeft: z.int().optional().meta({ example: 4 }),
    retryAt: Instant.optional(),
    recovery: RecoveryId.optional().meta({ description: 'The recovery that stands in the way' }),
    errors: z
      .array(
        z.strictObject({
          path: z.string().meta({ example: 'code' }),
          message: z.string().meta({ example: 'Too long' }),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
