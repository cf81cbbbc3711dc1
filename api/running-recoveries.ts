import { createHash } from 'node:crypto';
import {
  ApplicationFailure,
  isGrpcDeadlineError,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { base64Url, keyedDigest, subkey } from '../domain/keys.ts';
import { extensionsOf, type Policy } from '../domain/policy.ts';
import { isRefusalCode, type RefusalFacts } from '../domain/refusals.ts';
import type { RecoveryKind, RecoveryWay } from '../domain/words.ts';
import type { Database } from '../store/database.ts';
import type { RecoveryDoc } from '../store/documents.ts';
import { kindAttribute, policyAttribute } from '../temporal/search-attributes.ts';
import {
  open,
  taskQueue,
  workflowIdOf,
  type MessageName,
  type Messages,
  type Opened,
  type PinnedPolicy,
  type RecoveryInput,
} from '../workflows/messages.ts';
import { refuse } from './problem.ts';
import { newId } from '../store/ids.ts';

/** an answer within three seconds, whatever is down. */
const answerWithinMs = 2_500;

interface Deps {
  temporal: Client;
  database: Database;
  masterKey: Uint8Array;
  policy: Policy;
}

/** One request as far as repeating it matters: who, what, and the key the client chose for it. */
export interface Occasion {
  principal: string;
  route: string;
  idempotencyKey: string | undefined;
  body: unknown;
}

function requestHash({ body }: Occasion): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
}

/** The same occasion gives the same recovery: a lost answer is asked for again, not begun again. Without a key, each is new. */
function recoveryIdFor({ masterKey }: Deps, { principal, route, idempotencyKey }: Occasion): string {
  if (idempotencyKey === undefined) return newId('rec');
  return `rec_${keyedDigest(subkey(masterKey, 'recovery-id'), principal, route, idempotencyKey)}`;
}

function pinned(policy: Policy, way: RecoveryWay | null): PinnedPolicy {
  const { limits } = policy;
  return {
    attempts: limits.codeAttempts,
    resends: limits.resends,
    resendAfterMs: limits.resendAfterMs,
    extendByMs: limits.extendByMs,
    extensions: extensionsOf(way, policy),
  };
}

/**
 * Starts a recovery and waits until it is open or refused.
 * @returns its id
 */
export async function startRecovery<I extends RecoveryInput>(
  deps: Deps,
  kind: RecoveryKind,
  occasion: Occasion,
  input: Omit<I, 'recoveryId' | 'requestHash' | 'policy'> & Pick<RecoveryInput, 'way'>,
): Promise<string> {
  const recoveryId = recoveryIdFor(deps, occasion);
  const hash = requestHash(occasion);
  const startWorkflowOperation = new WithStartWorkflowOperation(kind, {
    workflowId: workflowIdOf(recoveryId),
    taskQueue,
    args: [{ ...input, recoveryId, requestHash: hash, policy: pinned(deps.policy, input.way ?? null) }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    typedSearchAttributes: new TypedSearchAttributes([
      { key: kindAttribute, value: kind },
      { key: policyAttribute, value: deps.policy.version },
    ]),
  });
  try {
    const opened = await within(deps, () =>
      deps.temporal.workflow.executeUpdateWithStart<never, Opened, []>(open, {
        updateId: open,
        startWorkflowOperation: startWorkflowOperation as never,
      }),
    );
    if (opened.requestHash !== hash) refuse('key-mismatch');
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError) || (await recordOf(deps, recoveryId)) === null)
      throw error;
  }
  return recoveryId;
}

/**
 * Sends a message to a running recovery and waits for its answer. The update id is derived from who says what, so that the same
 * message again gets the same answer, and another one its own (temporal.md P4).
 */
export async function tell<N extends MessageName>(
  deps: Deps,
  recoveryId: string,
  name: N,
  message: Messages[N],
): Promise<void> {
  const {
    by: { kind, id },
    ...said
  } = message;
  const updateId = base64Url(
    createHash('sha256')
      .update(keyedDigest(subkey(deps.masterKey, 'update-id'), recoveryId, name, kind, id, JSON.stringify(said)))
      .digest()
      .subarray(0, 12),
  );
  await tellOnce(deps, recoveryId, name, message, updateId);
}

/** As `tell`, for messages that may rightly be said twice, such as asking for another code. */
export async function tellAgain<N extends MessageName>(
  deps: Deps,
  recoveryId: string,
  name: N,
  message: Messages[N],
  idempotencyKey: string | undefined,
): Promise<void> {
  const own = idempotencyKey ?? newId('aud');
  await tellOnce(
    deps,
    recoveryId,
    name,
    message,
    keyedDigest(subkey(deps.masterKey, 'update-id'), recoveryId, name, message.by.id, own),
  );
}

async function tellOnce<N extends MessageName>(
  deps: Deps,
  recoveryId: string,
  name: N,
  message: Messages[N],
  updateId: string,
): Promise<void> {
  const handle = deps.temporal.workflow.getHandle(workflowIdOf(recoveryId));
  try {
    await within(deps, () => handle.executeUpdate<undefined, [Messages[N]]>(name, { args: [message], updateId }));
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    const recovery = await recordOf(deps, recoveryId);
    const isForeign = recovery === null || (message.account !== undefined && recovery.account.id !== message.account);
    return refuse(isForeign ? 'not-found' : recovery.endedAt === null ? 'unavailable' : 'already-finished');
  }
}

async function within<T>({ temporal }: Deps, work: () => Promise<T>): Promise<T> {
  try {
    return await temporal.connection.withDeadline(Date.now() + answerWithinMs, work);
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) throwRefusal(error);
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcDeadlineError(error))
      refuse('outcome-pending');
    if (isGrpcServiceError(error) && error.details.includes('resource exhausted')) refuse('unavailable');
    throw error;
  }
}

function throwRefusal(error: WorkflowUpdateFailedError): void {
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) return;
  const code = cause.type ?? '';
  if (isRefusalCode(code)) refuse(code, (cause.details?.[0] as RefusalFacts | undefined) ?? {});
  // The run ended while the message was being answered: how, its record tells.
  if (code === 'AcceptedUpdateCompletedWorkflow') refuse('already-finished');
}

function recordOf({ database }: Deps, recoveryId: string): Promise<RecoveryDoc | null> {
  return database.recoveries.findOne({ _id: recoveryId });
}
