import { ServiceError } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { MongoNetworkError, MongoOperationTimeoutError, MongoServerSelectionError } from 'mongodb';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Problem } from '../contracts/problem.ts';
import { refusals, type Refusal, type RefusalCode, type RefusalFacts } from '../domain/refusals.ts';

const statuses = {
  'invalid-request': 400,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'cross-site': 403,
  unauthenticated: 401,
  'sign-in-failed': 401,
  'second-factor-required': 403,
  forbidden: 403,
  'not-found': 404,
  'rate-limited': 429,
  'wrong-code': 422,
  'attempts-exhausted': 422,
  'cooling-off': 429,
  'resend-too-soon': 429,
  'no-resends-left': 409,
  'token-reserved': 409,
  'token-not-ready': 409,
  'no-tokens': 409,
  'wrong-step': 409,
  'already-finished': 409,
  'certificate-connected': 409,
  'already-exists': 409,
  'not-possible': 409,
  'device-unknown': 401,
  'device-key-taken': 409,
  'proof-invalid': 401,
  'restore-code-mistyped': 422,
  'wrong-restore-code': 422,
  'last-group-wrong': 422,
  'transfer-off': 409,
  'transfer-offline': 409,
  'mobile-api-off': 409,
  'no-public-address': 409,
  'service-not-transferable': 409,
  'public-address-wrong': 422,
  'activation-mistyped': 422,
  'recreation-off': 409,
  'second-factor-needed': 403,
  'wrong-token-code': 422,
  'answers-refused': 422,
  'wrong-answers': 422,
  'no-questions': 409,
  'other-browser': 409,
  'registration-mistyped': 422,
  'wrong-registration': 422,
  'activation-over': 409,
  'no-start-overs-left': 409,
  'restoration-off': 409,
  'restoration-inactive': 409,
  'too-many-devices': 409,
  'last-device': 409,
  'identity-exists': 409,
  'wrong-number': 422,
  'verification-failed': 422,
  'step-up-required': 401,
  'approval-required': 403,
  'approval-not-valid': 403,
  'caller-verified-too-long-ago': 403,
  'own-approval': 403,
  'not-yourself': 409,
  'link-spent': 410,
  'key-mismatch': 422,
  'outcome-pending': 503,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<RefusalCode, number>;

export function statusOf(code: RefusalCode): (typeof statuses)[RefusalCode] {
  return statuses[code];
}

/** Thrown by handlers and guards; answered as a problem. */
export class RefusedError extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts = {},
    readonly errors?: Problem['errors'],
  ) {
    super(code);
  }
}

export function refuse(code: RefusalCode, facts: RefusalFacts = {}): never {
  throw new RefusedError(code, facts);
}

/** A scanned or mailed code that is used, late or made up: whoever holds it learns no more than that it is no good. */
export function asSpent(error: unknown): never {
  const over: RefusalCode[] = ['wrong-step', 'already-finished', 'not-found'];
  if (error instanceof RefusedError && over.includes(error.code)) return refuse('link-spent');
  throw error;
}

/** Turns a refusal value into the error that answers it; anything else passes. */
export function orRefuse<T>(answer: T | Refusal): T {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer)
    throw new RefusedError(answer.refused, answer.facts);
  return answer;
}

/** Problem details (RFC 9457) for a refusal; nothing in it comes from an exception's text. */
export function problemOf(
  code: RefusalCode,
  requestId: string,
  facts: RefusalFacts = {},
  errors?: Problem['errors'],
): Problem {
  const { title, advice } = refusals[code];
  return {
    type: `https://latchkey.invalid/problems/${code}`,
    code,
    title,
    detail: advice,
    status: statuses[code],
    requestId,
    ...(facts.attemptsLeft === undefined ? {} : { attemptsLeft: facts.attemptsLeft }),
    ...(facts.retryAt === undefined ? {} : { retryAt: new Date(facts.retryAt).toISOString() }),
    ...(facts.recoveryId === undefined ? {} : { recovery: facts.recoveryId }),
    ...(errors === undefined ? {} : { errors }),
  };
}

export function answerProblem(
  c: Context,
  code: RefusalCode,
  facts: RefusalFacts = {},
  errors?: Problem['errors'],
): Response {
  const problem = problemOf(code, requestIdOf(c), facts, errors);
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  const waitMs = problem.status === 503 ? 2_000 : facts.retryAt === undefined ? 0 : facts.retryAt - Date.now();
  if (waitMs > 0) headers['retry-after'] = String(Math.ceil(waitMs / 1000));
  return c.body(JSON.stringify(problem), problem.status as 400, headers);
}

export function requestIdOf(c: Context): string {
  const id: unknown = c.get('requestId');
  return typeof id === 'string' ? id : 'none';
}

/** The last resort of every listener: what is not a refusal is logged in full and answered without a detail. */
export function onError(log: Logger) {
  return (error: Error, c: Context): Response => {
    if (error instanceof RefusedError) return answerProblem(c, error.code, error.facts, error.errors);
    if (error instanceof z.ZodError) return answerProblem(c, 'invalid-request', {}, errorsOf(error));
    if (error instanceof HTTPException)
      return answerProblem(c, error.status === 413 ? 'body-too-large' : 'invalid-request');
    const isOutage = isDependencyDown(error);
    log.error({ error, requestId: requestIdOf(c), path: c.req.path }, isOutage ? 'a dependency is down' : 'unexpected');
    return answerProblem(c, isOutage ? 'unavailable' : 'internal');
  };
}

export function errorsOf(error: z.ZodError): NonNullable<Problem['errors']> {
  return error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

/** Whether MongoDB or Temporal could not be reached in time, as opposed to having refused. */
export function isDependencyDown(error: unknown): boolean {
  if (
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNetworkError ||
    error instanceof MongoOperationTimeoutError
  )
    return true;
  if (isGrpcServiceError(error)) return true;
  if (error instanceof ServiceError) return true;
  return error instanceof Error && error.cause !== undefined && isDependencyDown(error.cause);
}
