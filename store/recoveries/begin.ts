import { randomBytes } from 'node:crypto';
import type { ClientSession } from 'mongodb';
import { guideOf, guides, type StepId } from '../../domain/guides.ts';
import { extensionsOf, type Policy } from '../../domain/policy.ts';
import type { RecoveryKind, RecoveryWay } from '../../domain/words.ts';
import { writeAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import type { AccountDoc, DeviceRef, RecoveryDoc, TokenDoc } from '../documents.ts';
import { transitionId, type Transition } from './transition.ts';

export interface Beginning {
  kind: RecoveryKind;
  /** Of restores and duplications. */
  way?: RecoveryWay;
  account: AccountDoc;
  tokens: TokenDoc[];
  at: Date;
  deadline: Date;
  device: DeviceRef | null;
  forDevice?: string;
  /** Of a restore by code. */
  asking?: DeviceRef;
  /** Of a transfer. */
  activation?: NonNullable<RecoveryDoc['activation']>;
  recreation?: NonNullable<RecoveryDoc['recreation']>;
}

/** Writes a recovery's first version, with its first timeline entry and audit record. */
export async function insertRecovery(
  database: Database,
  policy: Policy,
  transition: Transition,
  beginning: Beginning,
  session: ClientSession,
): Promise<RecoveryDoc> {
  const recovery = newRecovery(policy, transition, beginning);
  await database.recoveries.insertOne(recovery, { session });
  await writeAudit(
    database,
    {
      id: transitionId(transition),
      at: beginning.at,
      what: 'recovery.opened',
      actor: transition.actor,
      object: { kind: 'recovery', id: recovery._id },
      account: recovery.account.id,
      detail: { kind: recovery.kind, tokens: recovery.tokens.map(({ id }) => id) },
    },
    session,
  );
  return recovery;
}

function newRecovery(policy: Policy, { recoveryId, actor, seq }: Transition, beginning: Beginning): RecoveryDoc {
  const { kind, way, activation, asking, recreation, account, tokens, at, deadline, device } = beginning;
  const { userName, email, name, locale } = account;
  const first = guides[guideOf(kind, way ?? null)];
  const step = first[1].id;
  const isProving = step !== 'await-device';
  const former = tokens.filter(({ reservedBy }) => reservedBy !== null && reservedBy.id !== recoveryId);
  return {
    _id: recoveryId,
    kind,
    ...(way === undefined ? {} : { way }),
    ...(activation === undefined ? {} : { activation }),
    ...(asking === undefined ? {} : { asking }),
    ...(recreation === undefined ? {} : { recreation }),
    state: isProving ? 'proving' : 'awaiting-device',
    step,
    version: seq,
    account: { id: account._id, userName, email, name, locale },
    tokens: tokens.map(({ _id, serial, type, service }) => ({ id: _id, serial, type, service })),
    fromDevice: device,
    toDevice: null,
    forDevice: beginning.forDevice ?? null,
    takesOver: former.map(({ _id, reservedBy }) => ({ recoveryId: reservedBy?.id ?? '', tokenId: _id })),
    salt: randomBytes(16).toString('base64url'),
    challenge: firstChallenge(policy, step, kind, at),
    extensionsLeft: extensionsOf(way ?? null, policy),
    policyVersion: policy.version,
    startedAt: at,
    deadline,
    endedAt: null,
    timeline: [{ seq, at, step: first[0].id, what: 'opened', actor }],
    trouble: null,
    searchable: [userName, email, ...tokens.map(({ serial }) => serial)].map((text) => text.toLowerCase()),
  };
}

/** What was not mailed at the beginning may be asked for later only in a recreation, to go on in another browser. */
function firstChallenge(
  { limits: { codeAttempts: attemptsLeft, resends: resendsLeft } }: Policy,
  step: StepId,
  kind: RecoveryKind,
  at: Date,
): RecoveryDoc['challenge'] {
  if (step === 'prove-ownership') return { issue: 1, issuedAt: at, attemptsLeft, resendsLeft };
  return kind === 'recreation' ? { issue: 0, issuedAt: new Date(0), attemptsLeft, resendsLeft } : null;
}
