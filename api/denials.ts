import type { Context, MiddlewareHandler } from 'hono';
import type { RefusalCode } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from '../store/audit.ts';
import type { ApiDependencies } from './dependencies.ts';
import { requestIdOf } from './problem.ts';

/** Refusals that no step of a recovery and no deed in the store puts on record itself (security.md A-01: every denial). */
const recorded: readonly RefusalCode[] = [
  'forbidden',
  'second-factor-required',
  'step-up-required',
  'own-approval',
  'approval-required',
  'approval-not-valid',
  'caller-verified-too-long-ago',
  'verification-failed',
  'wrong-step',
  'last-device',
];

interface Denial {
  actor: Actor;
  operation: string;
  code: RefusalCode;
}

const key = 'denial';

/** Notes who was denied what, for the record that is written once the answer stands. */
export function noteDenial(c: Context, denial: Denial): void {
  if (recorded.includes(denial.code)) c.set(key, denial);
}

/** Puts denials on record: who asked, what for, from where. Callers who could not say who they are stand in the log alone. */
export function recordDenials({ database, log }: Pick<ApiDependencies, 'database' | 'log'>): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const denial = c.get(key) as Denial | undefined;
    if (denial === undefined) return;
    const { actor, operation, code } = denial;
    const object = { kind: 'request' as const, id: requestIdOf(c) };
    const account = actor.kind === 'account-holder' ? actor.id : null;
    const detail = { operation, refused: code };
    await writeAudit(database, { at: new Date(), what: 'request.denied', actor, object, account, detail }).catch(
      (error: unknown) => {
        log.error({ error, requestId: requestIdOf(c) }, 'a denial could not be put on record');
      },
    );
  };
}
