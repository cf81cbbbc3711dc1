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

/** So many ids are held in memory at a time: what a long outage left is worked through in several goes. */
const atATime = 10_000;

/**
 * Seals what was written since the last seal, in batches. Any process may run it: the next number is taken by a unique insert, and
 * who loses the race simply stops.
 * @param checkpointFile each seal's number, hash and signature are also appended here, off the database, to find a cut tail
 * @returns how many records were sealed
 */
export async function sealAudit(database: Database, key: SealingKey, checkpointFile?: string): Promise<number> {
  let sealed = 0;
  for (;;) {
    let [last] = await database.seals.find().sort({ _id: -1 }).limit(1).toArray();
    const waiting = await unsealedIds(database, last);
    for (let from = 0; from < waiting.length; from += recordsPerSeal) {
      const ids = waiting.slice(from, from + recordsPerSeal);
      last = await sealNext(database, key, last, ids);
      if (last === undefined) return sealed;
      const { _id: seq, hash, signature } = last;
      if (checkpointFile !== undefined)
        await appendFile(checkpointFile, `${JSON.stringify({ seq, hash, signature })}\n`);
      sealed += ids.length;
    }
    if (waiting.length < atATime) return sealed;
  }
}

/** @returns the seal over these records, or undefined when another process took the number first */
async function sealNext(
  database: Database,
  key: SealingKey,
  last: SealDoc | undefined,
  ids: string[],
): Promise<SealDoc | undefined> {
  const records = await database.audit
    .find({ _id: { $in: ids } })
    .sort({ at: 1, _id: 1 })
    .toArray();
  const body = nextSeal(last === undefined ? undefined : sealOf(last), records.map(auditJson), Date.now());
  const signature = sign(null, Buffer.from(body.hash), key.privateKey).toString('base64url');
  const { seq, sealedAt, ...rest } = body;
  const seal: SealDoc = { _id: seq, sealedAt: new Date(sealedAt), ...rest, signature };
  try {
    await database.seals.insertOne(seal);
    return seal;
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}

/**
 * Records that no seal covers yet, oldest first. Each go looks at every record of the last minutes again, so it reads their ids alone,
 * and those from an index.
 */
async function unsealedIds(database: Database, last: SealDoc | undefined): Promise<string[]> {
  const since = await completeUntil(database, last);
  const covered = new Set<string>();
  const recent = { sealedAt: { $gte: new Date(since.getTime() - stragglersMs) } };
  for await (const { records } of database.seals.find(recent, { projection: { 'records.id': 1 } }))
    for (const { id } of records) covered.add(id);
  const unsealed: string[] = [];
  const written = database.audit.find({ at: { $gte: since } }, { projection: { _id: 1 } }).sort({ at: 1, _id: 1 });
  for await (const { _id } of written) {
    if (!covered.has(_id)) unsealed.push(_id);
    if (unsealed.length === atATime) break;
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
