import type { Hono } from 'hono';
import type { z } from 'zod';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { CaseDetail, CaseRow } from '../../contracts/recoveries.ts';
import { staffActions } from '../../domain/actions.ts';
import { guideOf, progress } from '../../domain/guides.ts';
import { maskedEmail } from '../../domain/mask.ts';
import type { Policy } from '../../domain/policy.ts';
import { troubleByClock } from '../../domain/trouble.ts';
import { recordView } from '../../store/audit.ts';
import { findCases } from '../../store/cases.ts';
import { mailsOf } from '../../store/mails.ts';
import { namesOf } from '../../store/names.ts';
import type { RecoveryDoc } from '../../store/documents.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { refuse } from '../problem.ts';
import { tell, tellAgain } from '../running-recoveries.ts';
import { recreationForStaff, supportInQueue } from '../recreation-views.ts';
import { awaited } from '../views.ts';

/** Recoveries as staff see them, and what an agent may do with one: each with a reason. */
export function adminRecoveries(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database } = deps;

  mount(app, adminRoutes.listRecoveries, guard, async ({ caller, query }) => {
    const now = new Date();
    await recordView(database, caller.actor, { kind: 'list', id: 'recoveries' }, null);
    const { rows, total } = await findCases(database, query, now);
    return { rows: rows.map((recovery) => rowOf(recovery, deps.policy, now)), total };
  });
  mount(app, adminRoutes.showRecovery, guard, async ({ caller, params }) => {
    const shown = await caseForStaff(deps, caller, params.id);
    await recordView(database, caller.actor, { kind: 'recovery', id: params.id }, shown.account.id);
    return shown;
  });
  mount(app, adminRoutes.resendMailCode, guard, async ({ caller, params, body, idempotencyKey }) => {
    await tellAgain(deps, params.id, 'resend-mail-code', { by: caller.actor, reason: body.reason }, idempotencyKey);
    return caseForStaff(deps, caller, params.id);
  });
  mount(app, adminRoutes.extend, guard, async ({ caller, params, body, idempotencyKey }) => {
    await tellAgain(deps, params.id, 'extend', { by: caller.actor, reason: body.reason }, idempotencyKey);
    return caseForStaff(deps, caller, params.id);
  });
  mount(app, adminRoutes.cancel, guard, async ({ caller, params, body }) => {
    await tell(deps, params.id, 'cancel', { by: caller.actor, reason: body.reason });
    return caseForStaff(deps, caller, params.id);
  });
}

/** Everything the console shows of one recovery. */
export async function caseForStaff(
  deps: ApiDependencies,
  caller: StaffCaller,
  recoveryId: string,
): Promise<z.input<typeof CaseDetail>> {
  const { database } = deps;
  const recovery = await database.recoveries.findOne({ _id: recoveryId });
  if (recovery === null) return refuse('not-found');
  const now = new Date();
  const [mails, names] = await Promise.all([mailsOf(database, recoveryId), namesOf(database, recovery)]);
  return {
    ...rowOf(recovery, deps.policy, now),
    steps: progress(guideOf(recovery.kind, recovery.way ?? null), recovery.step, recovery.state === 'completed'),
    services: [...new Map(recovery.tokens.map(({ service }) => [service.id, service])).values()],
    fromDevice: recovery.fromDevice,
    toDevice: recovery.toDevice,
    unpaired: recovery.unpaired ?? [],
    resendsLeft: recovery.challenge?.resendsLeft ?? 0,
    extensionsLeft: recovery.extensionsLeft,
    policyVersion: recovery.policyVersion,
    timeline: recovery.timeline.map(({ at, step, what, actor: { kind, id, role, address }, note }) => ({
      at: at.toISOString(),
      step,
      what,
      actor: { kind, id, name: names.get(id) ?? kind, role, address },
      note,
    })),
    mails: mails.map(({ _id, template, to, state, at, detail }) => ({
      id: _id,
      template,
      sentTo: maskedEmail(to),
      state,
      at: at.toISOString(),
      detail: detail ?? undefined,
    })),
    actions: staffActions(
      {
        ...recovery,
        deadline: recovery.deadline.getTime(),
        resendsLeft: recovery.challenge?.resendsLeft ?? 0,
        lastIssuedAt: recovery.challenge?.issuedAt.getTime() ?? 0,
      },
      caller.role,
      now.getTime(),
      deps.policy.limits,
    ),
    workflow: { id: workflowIdOf(recoveryId), url: workflowUrl(deps, recoveryId) },
    recreation: recreationForStaff(recovery, caller, deps.policy, now),
  };
}

function workflowUrl({ settings }: ApiDependencies, recoveryId: string): string | null {
  const { TEMPORAL_UI_URL: base, TEMPORAL_NAMESPACE: namespace } = settings;
  return base === undefined ? null : `${base}/namespaces/${namespace}/workflows/${workflowIdOf(recoveryId)}`;
}

function rowOf(recovery: RecoveryDoc, policy: Policy, now: Date): z.input<typeof CaseRow> {
  const { kind, way = null, state, step, account, deadline, trouble } = recovery;
  const respondBy = recovery.recreation?.support?.respondBy.getTime() ?? null;
  const clockTells = troubleByClock({ state, deadline: deadline.getTime(), respondBy }, now.getTime());
  const shownTrouble = clockTells ?? (trouble == null ? null : { ...trouble, since: trouble.since.getTime() });
  return {
    id: recovery._id,
    kind,
    way,
    state,
    step,
    account: { id: account.id, userName: account.userName, email: account.email },
    serials: recovery.tokens.map(({ serial }) => serial),
    awaiting: awaited(recovery),
    startedAt: recovery.startedAt.toISOString(),
    deadline: deadline.toISOString(),
    endedAt: recovery.endedAt?.toISOString() ?? null,
    isOverdue: clockTells?.cause === 'deadline-passed',
    attemptsLeft: recovery.challenge?.attemptsLeft ?? 0,
    trouble: shownTrouble && { ...shownTrouble, since: new Date(shownTrouble.since).toISOString() },
    support: supportInQueue(recovery, policy, now),
  };
}
