import canonicalize from 'canonicalize';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The audit chain (security.md A-02). Records are written with their effect and never touched again; sealing links them afterwards,
 * in batches, so that no recovery waits for another. A seal lists its records' hashes, chains to the seal before and is signed.
 */
export interface Seal {
  /** Gapless, from 1. */
  seq: number;
  sealedAt: number;
  records: { id: string; hash: string }[];
  /** Hash of the seal before; 64 zeros for the first. */
  previous: string;
  hash: string;
  /** Ed25519 over `hash`, base64url. */
  signature: string;
}

export const chainStart = '0'.repeat(64);
export const recordsPerSeal = 100;

/** SHA-256 over canonical JSON (RFC 8785), hex. */
export function hashOf(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only JSON values can be hashed');
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash a seal must carry, from its own fields. */
export function sealHash(seal: Pick<Seal, 'seq' | 'sealedAt' | 'records' | 'previous'>): string {
  return hashOf({ seq: seal.seq, sealedAt: seal.sealedAt, records: seal.records, previous: seal.previous });
}

/** The next seal over `records`, not yet signed. */
export function nextSeal(
  last: Seal | undefined,
  records: { _id: string }[],
  sealedAt: number,
): Omit<Seal, 'signature'> {
  const body = {
    seq: (last?.seq ?? 0) + 1,
    sealedAt,
    records: records.map((record) => ({ id: record._id, hash: hashOf(record) })),
    previous: last?.hash ?? chainStart,
  };
  return { ...body, hash: sealHash(body) };
}

/** The first fault of a chain: which seal, and which record where it is one. */
export interface ChainFault {
  seal: number;
  record?: string;
  what:
    | 'seal-missing'
    | 'seal-altered'
    | 'seal-forged'
    | 'record-missing'
    | 'record-altered'
    | 'record-inserted'
    | 'tail-cut';
}

/**
 * Checks one seal against the one before and the records as they stand now.
 * @param recordOf the record with that id, or undefined when it is gone
 * @param isSigned whether the seal's signature is right
 */
export function checkSeal(
  seal: Seal,
  before: Seal | undefined,
  recordOf: (id: string) => unknown,
  isSigned: (seal: Seal) => boolean,
): ChainFault | undefined {
  if (seal.seq !== (before?.seq ?? 0) + 1) return { seal: (before?.seq ?? 0) + 1, what: 'seal-missing' };
  if (seal.previous !== (before?.hash ?? chainStart) || seal.hash !== sealHash(seal))
    return { seal: seal.seq, what: 'seal-altered' };
  if (!isSigned(seal)) return { seal: seal.seq, what: 'seal-forged' };
  for (const { id, hash } of seal.records) {
    const record = recordOf(id);
    if (record === undefined) return { seal: seal.seq, record: id, what: 'record-missing' };
    if (hashOf(record) !== hash) return { seal: seal.seq, record: id, what: 'record-altered' };
  }
  return undefined;
}
