import { z } from 'zod';
import { SignIn, StartedSignIn, StartSignIn } from '../identities.ts';
import { Verdict, VerifyOtp } from '../verify.ts';
import { SignInId } from '../words.ts';
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
  startSignIn: {
    method: 'post',
    path: '/v1/sign-ins',
    summary: 'Ask a person to sign in with their identity; every device of it is offered the sign-in',
    access: ['service'],
    body: StartSignIn,
    status: 201,
    answer: StartedSignIn,
    refusals: [],
  },
  showSignIn: {
    method: 'get',
    path: '/v1/sign-ins/{id}',
    summary: 'Whether a sign-in was approved; ask every second or two',
    access: ['service'],
    params: z.strictObject({ id: SignInId }),
    status: 200,
    answer: SignIn,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>;
