import { z } from 'zod';
import { Account } from '../accounts.ts';
import { CancelByOwner, EnterMailCode, Recovery, Repudiate, Repudiated } from '../recoveries.ts';
import { PortalToken, PortalTokens, PortalTokensQuery } from '../tokens.ts';
import { RecoveryId, TokenId } from '../words.ts';
import type { Route } from './route.ts';

const owner = ['account-holder'] as const;
const token = z.strictObject({ id: TokenId });
const recovery = z.strictObject({ id: RecoveryId });

/** The account holder's pages. Signing in and out, and "Forgot password?", stand under /v1/portal/auth (better-auth). */
export const portalRoutes = {
  me: {
    method: 'get',
    path: '/v1/portal/me',
    summary: 'Who is signed in',
    access: owner,
    status: 200,
    answer: Account,
    refusals: [],
  },
  listTokens: {
    method: 'get',
    path: '/v1/portal/tokens',
    summary: 'Strong Authentication: the tokens of the account',
    access: owner,
    query: PortalTokensQuery,
    status: 200,
    answer: PortalTokens,
    refusals: [],
  },
  startMigration: {
    method: 'post',
    path: '/v1/portal/tokens/{id}/migrations',
    summary: 'MIGRATE: mail a code and begin',
    access: owner,
    params: token,
    status: 201,
    answer: Recovery,
    refusals: ['not-found', 'token-reserved', 'token-not-ready', 'cooling-off', 'key-mismatch'],
  },
  disableToken: {
    method: 'post',
    path: '/v1/portal/tokens/{id}/disable',
    summary: 'DISABLE: codes of this token are refused until it is enabled',
    access: owner,
    params: token,
    status: 200,
    answer: PortalToken,
    refusals: ['not-found', 'token-reserved', 'token-not-ready'],
  },
  enableToken: {
    method: 'post',
    path: '/v1/portal/tokens/{id}/enable',
    summary: 'ENABLE a token that its owner disabled',
    access: owner,
    params: token,
    status: 200,
    answer: PortalToken,
    refusals: ['not-found', 'token-reserved', 'token-not-ready'],
  },
  deleteToken: {
    method: 'delete',
    path: '/v1/portal/tokens/{id}',
    summary: 'DELETE a token that no certificate depends on',
    access: owner,
    params: token,
    status: 204,
    refusals: ['not-found', 'token-reserved', 'token-not-ready', 'certificate-connected'],
  },
  listRecoveries: {
    method: 'get',
    path: '/v1/portal/recoveries',
    summary: 'The recoveries of the account, newest first, twenty at most',
    access: owner,
    status: 200,
    answer: z.strictObject({ recoveries: z.array(Recovery) }).meta({ id: 'Recoveries' }),
    refusals: [],
  },
  showRecovery: {
    method: 'get',
    path: '/v1/portal/recoveries/{id}',
    summary: 'Where a recovery stands',
    access: owner,
    params: recovery,
    status: 200,
    answer: Recovery,
    refusals: ['not-found'],
  },
  enterMailCode: {
    method: 'post',
    path: '/v1/portal/recoveries/{id}/mail-code',
    summary: 'CONFIRM with the mailed code',
    access: owner,
    params: recovery,
    body: EnterMailCode,
    status: 200,
    answer: Recovery,
    refusals: ['not-found', 'wrong-code', 'attempts-exhausted', 'wrong-step', 'already-finished', 'cooling-off'],
  },
  resendMailCode: {
    method: 'post',
    path: '/v1/portal/recoveries/{id}/mail-code/resend',
    summary: 'Mail a new code; the former one is void',
    access: owner,
    params: recovery,
    status: 200,
    answer: Recovery,
    refusals: ['not-found', 'resend-too-soon', 'no-resends-left', 'wrong-step', 'already-finished'],
  },
  cancelRecovery: {
    method: 'post',
    path: '/v1/portal/recoveries/{id}/cancel',
    summary: 'CLOSE or cancel: the token stays as it was',
    access: owner,
    params: recovery,
    body: CancelByOwner,
    status: 200,
    answer: Recovery,
    refusals: ['not-found', 'wrong-step', 'already-finished'],
  },
  repudiate: {
    method: 'post',
    path: '/v1/portal/repudiations',
    summary: '"This wasn\'t me", from a mailed link: freezes what was recovered',
    access: ['anonymous', 'account-holder'],
    body: Repudiate,
    status: 200,
    answer: Repudiated,
    refusals: ['link-spent'],
  },
} as const satisfies Record<string, Route>;
