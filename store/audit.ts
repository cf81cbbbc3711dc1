import type { ClientSession } from 'mongodb';
import type { Actor } from '../domain/words.ts';
import type { Database } from './database.ts';
import { isDuplicateKey } from './errors.ts';
import { newId } from './ids.ts';

export interface AuditEntry {
  /** Transition id where there is one; repeating it then fails on the unique `_id`. */
  id?: string;
  at: Date;
  what: string;
  actor: Actor;
  object: {
    kind:
      | 'recovery'
      | 'token'
      | 'account'
      | 'device'
      | 'service'
      | 'staff'
      | 'audit'
      | 'mail'
      | 'policy'
      | 'approval'
      | 'sign-in'
      | 'request'
      | 'list';
    id: string;
  };
  account: string | null;
  detail?: Record<string, unknown>;
  reason?: string;
}

/** Writes one record. Within the transaction of its effect wherever there is one: no record, no effect. */
export async function writeAudit(database: Database, entry: AuditEntry, session?: ClientSession): Promise<void> {
  await database.audit.insertOne(
    {
      _id: entry.id ?? newId('aud'),
      at: entry.at,
      what: entry.what,
      actor: entry.actor,
      object: entry.object,
      account: entry.account,
      detail: entry.detail ?? {},
      reason: entry.reason ?? null,
    },
    session === undefined ? {} : { session },
  );
}

const viewMs = 5 * 60_000;

/** A member of staff looked at personal data. A page that refreshes itself is one look, for five minutes. */
export async function recordView(
  database: Database,
  actor: Actor,
  object: { kind: 'recovery' | 'account' | 'list'; id: string },
  account: string | null,
): Promise<void> {
  const at = new Date();
  const id = `view/${object.id}/${actor.session ?? actor.id}/${String(Math.floor(at.getTime() / viewMs))}`;
  try {
    await writeAudit(database, { id, at, what: `${object.kind}.viewed`, actor, object, account });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
