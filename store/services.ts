import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../domain/words.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { ServiceDoc } from './documents.ts';
import { newId } from './ids.ts';
import { isDuplicateKey } from './errors.ts';

function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

export function serviceByVerifyKey(database: Database, key: string): Promise<ServiceDoc | null> {
  return database.services.findOne({ verifyKeyHash: hashOfKey(key) });
}

/** Creates a service. Its verify key (256 random bits) is returned once and stored as a hash. */
export async function createService(
  database: Database,
  name: string,
  actor: Actor,
): Promise<{ service: ServiceDoc; verifyKey: string } | Refusal> {
  const verifyKey = `lk_verify_${randomBytes(32).toString('base64url')}`;
  const service = { _id: newId('svc'), name, verifyKeyHash: hashOfKey(verifyKey), createdAt: new Date() };
  try {
    await inTransaction(database, async (session) => {
      await database.services.insertOne(service, { session });
      await writeAudit(
        database,
        {
          at: service.createdAt,
          what: 'service.created',
          actor,
          object: { kind: 'service', id: service._id },
          account: null,
          detail: { name },
        },
        session,
      );
    });
  } catch (error) {
    if (isDuplicateKey(error)) return refusal('already-exists');
    throw error;
  }
  return { service, verifyKey };
}
