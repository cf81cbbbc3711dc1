import { randomBytes } from 'node:crypto';
import { closedStates, notedCauses, openStates, recoveryKinds, system, type NotedCause } from '../domain/words.ts';
import type { Database } from '../store/database.ts';
import type { RecoveryDoc, RecreationFacts } from '../store/documents.ts';
import { newId, newSerial, newShortId } from '../store/ids.ts';

const batch = 5_000;
const hour = 3_600_000;

/** Recoveries as years of work leave them: nine in ten have ended, some need a look. Written directly; no workflow belongs to them. */
export async function insertRecoveries(database: Database, count: number): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < count; from += batch) {
    const size = Math.min(batch, count - from);
    const documents = Array.from({ length: size }, (_, at) => recoveryOf(from + at, now));
    await database.recoveries.insertMany(documents, { ordered: false });
  }
}

function recoveryOf(number: number, now: number): RecoveryDoc {
  const kind = pick(recoveryKinds, number);
  const isOpen = number % 10 === 0;
  const state = isOpen ? pick(openStates, number / 10) : pick(closedStates, number);
  const startedAt = new Date(now - number * 600_000);
  // A few of the open ones are overdue, as on a bad day.
  const deadline = new Date(isOpen ? now + (number % 200 === 0 ? -hour : 72 * hour) : startedAt.getTime() + 72 * hour);
  const userName = `person-${String(number).padStart(6, '0')}`;
  const email = `${userName}@example.org`;
  const serial = newSerial();
  const service = { id: 'svc_list', name: 'Qualified Cloud Signature' };
  const device = { id: newId('dev'), model: 'samsung SM-G970F', shortId: newShortId() };
  return {
    _id: newId('rec'),
    kind,
    state,
    step: isOpen ? 'await-device' : 'switch',
    version: 3,
    account: { id: newId('acc'), userName, email, name: 'Listed Person', locale: 'en' },
    tokens: [{ id: newId('tok'), serial, type: 'totp', service }],
    fromDevice: device,
    toDevice: isOpen ? null : device,
    forDevice: null,
    takesOver: [],
    ...(state === 'awaiting-support' && { recreation: waitingForSupport(number, now) }),
    salt: randomBytes(16).toString('base64url'),
    challenge: { issue: 1, issuedAt: startedAt, attemptsLeft: 5, resendsLeft: 3 },
    extensionsLeft: 3,
    policyVersion: 1,
    startedAt,
    deadline,
    endedAt: isOpen ? null : deadline,
    timeline: [1, 2, 3].map((seq) => ({ seq, at: startedAt, step: 'request', what: 'opened', actor: system })),
    trouble: number % 50 === 7 ? { cause: causeOf(number), since: startedAt } : null,
    searchable: [userName, email, serial].map((text) => text.toLowerCase()),
  };
}

/** A few have waited for longer than was promised. */
function waitingForSupport(number: number, now: number): RecreationFacts {
  const respondBy = new Date(now + (number % 600 === 10 ? -hour : 4 * hour));
  return {
    provenIn: null,
    questions: [],
    roundsLeft: 0,
    support: { since: new Date(now - hour), respondBy, verification: null, answeredAt: null },
    reason: null,
    suspendedFrom: null,
    activation: null,
    startOversLeft: 3,
  };
}

function causeOf(number: number): NotedCause {
  return pick(notedCauses, Math.floor(number / 50));
}

function pick<T>(list: readonly [T, ...T[]], number: number): T {
  return list[Math.floor(number) % list.length] ?? list[0];
}
