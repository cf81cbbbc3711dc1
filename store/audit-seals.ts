import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { checkSeal, nextSeal, recordsPerSeal, type ChainFault, type Seal } from '../domain/audit.ts';
import type { Database } from './database.ts';
import type { AuditDoc, SealDoc } from './documents.ts';
import { isDuplicateKey } from './errors.ts';

/** A transaction that began before the last seal may commit after it; MongoDB ends transactions after 60 s. */
const stragglersMs = 120_000;

export interface SealingKey {
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** @param text Ed25519 private key, PKCS #8 DER in base64 */
export function sealingKey(text: string): SealingKey {
  const privateKey = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** A record as it is hashed: dates in ISO form, so that any tool can check it from an export. */
export function auditJson(record: AuditDoc): { _id: string } {
  return JSON.parse(JSON.stringify(record)) as { _id: string };
}

function sealOf(doc: SealDoc): Seal {
  return { ...doc, seq: doc._id, sealedAt: doc.sealedAt.getTime() };
}

/**
 * Seals what was written since the last seal, in batches. Any process may run it: the next number is taken by a unique insert, and
 * who loses the race simply stops.
 * @param checkpointFile each seal's number, hash and signature are also appended here, off the database, to find a cut tail
 * @returns how many records were sealed
 */
export async function sealAudit(database: Database, key: SealingKey, checkpointFile?: string): Promise<number> {
  let sealed = 0;
  for (;;) {
    const [last] = await database.seals.find().sort({ _id: -1 }).limit(1).toArray();
    const records = await unsealedRecords(database, last, recordsPerSeal);
    if (records.length === 0) return sealed;
    const body = nextSeal(last === undefined ? undefined : sealOf(last), records.map(auditJson), Date.now());
    const signature = sign(null, Buffer.from(body.hash), key.privateKey).toString('base64url');
    const { seq, sealedAt, ...rest } = body;
    try {
      await database.seals.insertOne({ _id: seq, sealedAt: new Date(sealedAt), ...rest, signature });
    } catch (error) {
      if (isDuplicateKey(error)) return sealed;
      throw error;
    }
    if (checkpointFile !== undefined)
      await appendFile(checkpointFile, `${JSON.stringify({ seq, hash: body.hash, signature })}\n`);
    sealed += records.length;
  }
}

/** Records that no seal covers yet, oldest first. */
async function unsealedRecords(database: Database, last: SealDoc | undefined, most: number): Promise<AuditDoc[]> {
  const since = await completeUntil(database, last);
  const recent = await database.seals.find({ sealedAt: { $gte: new Date(since.getTime() - stragglersMs) } }).toArray();
  const covered = new Set(recent.flatMap(({ records }) => records.map(({ id }) => id)));
  const unsealed: AuditDoc[] = [];
  for await (const record of database.audit.find({ at: { $gte: since } }).sort({ at: 1, _id: 1 })) {
    if (!covered.has(record._id)) unsealed.push(record);
    if (unsealed.length === most) break;
  }
  return unsealed;
}

/**
 * Before this instant every record is in a seal. Told from the newest record sealed, not from when it was sealed: after an outage
 * one seal holds only the oldest hundred of what waits.
 */
async function completeUntil(database: Database, last: { records: { id: string }[] } | undefined): Promise<Date> {
  if (last === undefined) return new Date(0);
  const ids = last.records.map(({ id }) => id);
  const [newest] = await database.audit
    .find({ _id: { $in: ids } })
    .sort({ at: -1 })
    .limit(1)
    .toArray();
  return new Date(newest === undefined ? 0 : newest.at.getTime() - stragglersMs);
}

export interface Verification {
  seals: number;
  records: number;
  unsealed: number;
  fault: ChainFault | null;
}

/** Walks the whole chain and names the first fault: an altered, missing, inserted or reordered record, a forged seal, a cut tail. */
export async function verifyAudit(database: Database, key: KeyObject, checkpointFile?: string): Promise<Verification> {
  const isSigned = (seal: Seal) => verify(null, Buffer.from(seal.hash), key, Buffer.from(seal.signature, 'base64url'));
  let before: Seal | undefined;
  let records = 0;
  for await (const doc of database.seals.find().sort({ _id: 1 })) {
    const seal = sealOf(doc);
    const found = await database.audit.find({ _id: { $in: seal.records.map(({ id }) => id) } }).toArray();
    const byId = new Map(found.map((record) => [record._id, auditJson(record)]));
    const fault = checkSeal(seal, before, (id) => byId.get(id), isSigned);
    if (fault !== undefined) return { seals: seal.seq, records, unsealed: 0, fault };
    records += seal.records.length;
    before = seal;
  }
  const fault = (await cutTail(before, checkpointFile)) ?? (await insertedRecord(database, before));
  const total = await database.audit.countDocuments();
  return { seals: before?.seq ?? 0, records, unsealed: total - records, fault: fault ?? null };
}

async function cutTail(last: Seal | undefined, checkpointFile: string | undefined): Promise<ChainFault | undefined> {
  if (checkpointFile === undefined) return undefined;
  const text = await readFile(checkpointFile, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line !== '');
  const checkpoints = lines.map((line) => JSON.parse(line) as { seq: number; hash: string });
  const newest = checkpoints.at(-1);
  if (newest !== undefined && newest.seq > (last?.seq ?? 0)) return { seal: (last?.seq ?? 0) + 1, what: 'tail-cut' };
  const same = checkpoints.find(({ seq }) => seq === last?.seq);
  return same !== undefined && same.hash !== last?.hash ? { seal: same.seq, what: 'seal-forged' } : undefined;
}

/** A record older than what sealing still waits for, and in no seal, was slipped in afterwards. */
async function insertedRecord(database: Database, last: Seal | undefined): Promise<ChainFault | undefined> {
  if (last === undefined) return undefined;
  const [stray] = await database.audit
    .aggregate<{ _id: string }>([
      { $match: { at: { $lt: await completeUntil(database, last) } } },
      { $lookup: { from: 'seals', localField: '_id', foreignField: 'records.id', as: 'seals' } },
      { $match: { seals: { $size: 0 } } },
      { $limit: 1 },
      { $project: { _id: 1 } },
    ])
    .toArray();
  return stray === undefined ? undefined : { seal: last.seq, record: stray._id, what: 'record-inserted' };
}
