import { Verdict, VerifyOtp } from '../verify.ts';
import type { Route } from './route.ts';

/** What relying services call, with `Authorization: Bearer <verify key>`. */
export const serviceRoutes = {
  verify: {
    method: 'post',
    path: '/v1/verify',
    summary: 'Is this one-time password right?',
    access: ['service'],
    body: VerifyOtp,
    status: 200,
    answer: Verdict,
    refusals: [],
  },
} as const satisfies Record<string, Route>;
