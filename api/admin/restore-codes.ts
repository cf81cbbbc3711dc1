import type { Hono } from 'hono';
import type { z } from 'zod';
import type { HandOutRestoreCode } from '../../contracts/restoration.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { useApproval } from '../../store/approvals.ts';
import { writeAudit } from '../../store/audit.ts';
import type { AccountDoc } from '../../store/documents.ts';
import { identityOf, type IdentityDoc } from '../../store/identities.ts';
import { restorationPolicy } from '../../store/policies.ts';
import { newRestoreCode, shownCode } from '../../store/restore-codes.ts';
import { forgiveRestoreFailures, replaceRestoreCode } from '../../store/restore-function.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { tellOwner } from '../owner-letters.ts';
import { orRefuse, refuse } from '../problem.ts';

type Wanted = z.output<typeof HandOutRestoreCode>;

/** Guide 001, "access the restore code of each user": under dual control, on record, and its owner is told each time. */
export function adminRestoreCodes(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database, vault, masterKey } = deps;

  mount(app, adminRoutes.handOutRestoreCode, guard, async ({ caller, params, body, idempotencyKey }) => {
    const account = await database.accounts.findOne({ _id: params.id });
    const identity = account === null ? null : await identityOf(database, account._id);
    if (account === null || identity === null) return refuse('not-found');
    const policy = await restorationPolicy(database);
    if (!policy.isOn) return refuse('restoration-off');
    // Where there is none, staff make an identity restorable that its owner did not: never a single person's doing.
    if (policy.needsSecondPerson || identity.identity.code === null) {
      if (body.approval === undefined) return refuse('approval-required');
      orRefuse(await useApproval(database, body.approval, { ...body, account }, idempotencyKey, caller.actor));
    }
    const { code, isFresh } = await codeOf(account, identity, caller, body.reason);
    const object = { kind: 'token' as const, id: identity._id };
    const detail = { way: body.way, callerCheck: body.callerCheck, isFresh, approval: body.approval ?? null };
    const { actor } = caller;
    // On record before it is told: without the record nobody sees the code.
    await writeAudit(database, {
      at: new Date(),
      what: 'restore-code.handed-out',
      actor,
      object,
      account: account._id,
      detail,
      reason: body.reason,
    });
    await forgiveRestoreFailures(database, identity._id);
    await tell(account._id, body, code, isFresh);
    return { code: body.way === 'email' ? null : code, isFresh };
  });

  /** Stored hashed, nobody can read it back: a fresh one takes its place. */
  async function codeOf(account: AccountDoc, { identity }: IdentityDoc, caller: StaffCaller, reason: string) {
    const { codeStorage } = await restorationPolicy(database);
    const shown = identity.code === null ? null : shownCode(vault, account, identity.code, codeStorage);
    if (shown !== null) return { code: shown, isFresh: false };
    const { code, kept } = await newRestoreCode(vault, masterKey, account, codeStorage);
    orRefuse(await replaceRestoreCode(database, account._id, kept, caller.actor, reason));
    return { code, isFresh: true };
  }

  function tell(accountId: string, { way, reason }: Wanted, code: string, isFresh: boolean): Promise<void> {
    return way === 'email'
      ? tellOwner(deps, accountId, { template: 'restore-code', facts: { code, isFresh, reason } })
      : tellOwner(deps, accountId, {
          template: 'restore-code-handed-out',
          facts: { way, isFresh, reason, at: Date.now(), portalUrl: deps.settings.PORTAL_URL },
        });
  }
}
