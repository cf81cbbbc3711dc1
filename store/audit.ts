import type { ClientSession } from 'mongodb';
import type { Actor } from '../domain/words.ts';
import type { Database } from './database.ts';
import { newId } from './ids.ts';

export interface AuditEntry {
  /** Transition id where there is one; repeating it then fails on the unique `_id`. */
  id?: string;
  at: Date;
  what: string;
  actor: Actor;
  object: { kind: 'recovery' | 'token' | 'account' | 'device' | 'service' | 'staff' | 'audit' | 'mail'; id: string };
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
