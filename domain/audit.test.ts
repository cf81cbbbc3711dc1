import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { chainStart, checkSeal, hashOf, nextSeal, sealHash, type ChainFault, type Seal } from './audit.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const isSigned = ({ hash, signature }: Seal) =>
  verify(null, Buffer.from(hash), publicKey, Buffer.from(signature, 'base64url'));

interface Line {
  _id: string;
  what: string;
}

/** Three seals of two records each. */
function aChain(): { seals: Seal[]; records: Map<string, Line> } {
  const seals: Seal[] = [];
  const records = new Map<string, Line>();
  for (const number of [1, 3, 5]) {
    const batch = [number, number + 1].map((id) => ({ _id: `aud_${String(id)}`, what: `thing ${String(id)}` }));
    for (const record of batch) records.set(record._id, record);
    const body = nextSeal(seals.at(-1), batch, number);
    seals.push(signed(body));
  }
  return { seals, records };
}

function signed(body: Omit<Seal, 'signature'>): Seal {
  return { ...body, signature: sign(null, Buffer.from(body.hash), privateKey).toString('base64url') };
}

function firstFault(seals: Seal[], records: Map<string, Line>): ChainFault | undefined {
  return seals
    .map((seal, index) => checkSeal(seal, seals[index - 1], (id) => records.get(id), isSigned))
    .find((fault) => fault !== undefined);
}

describe('A-02 INV-8 the audit chain', () => {
  test('A-02 verifies as it was written', () => {
    const { seals, records } = aChain();
    expect(firstFault(seals, records)).toBeUndefined();
    expect(seals.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(seals[0]?.previous).toBe(chainStart);
    expect(seals[2]?.previous).toBe(seals[1]?.hash);
  });

  test('INV-8 names an edited record', () => {
    const { seals, records } = aChain();
    records.set('aud_4', { _id: 'aud_4', what: 'nothing happened' });
    expect(firstFault(seals, records)).toEqual({ seal: 2, record: 'aud_4', what: 'record-altered' });
  });

  test('INV-8 names a deleted record', () => {
    const { seals, records } = aChain();
    records.delete('aud_1');
    expect(firstFault(seals, records)).toEqual({ seal: 1, record: 'aud_1', what: 'record-missing' });
  });

  test('INV-8 names a record swapped with another', () => {
    const { seals, records } = aChain();
    records.set('aud_5', { _id: 'aud_5', what: 'thing 6' });
    records.set('aud_6', { _id: 'aud_6', what: 'thing 5' });
    expect(firstFault(seals, records)).toEqual({ seal: 3, record: 'aud_5', what: 'record-altered' });
  });

  test('INV-8 names a seal that was cut out of the middle', () => {
    const { seals, records } = aChain();
    expect(firstFault(seals.toSpliced(1, 1), records)).toEqual({ seal: 2, what: 'seal-missing' });
    expect(firstFault(seals.slice(1), records)).toEqual({ seal: 1, what: 'seal-missing' });
  });

  test('INV-8 names a seal whose records were reordered, inserted or left out', () => {
    const { seals, records } = aChain();
    const [, second] = seals;
    if (second === undefined) throw new Error('no second seal');
    const changes = [
      second.records.toReversed(),
      [...second.records, { id: 'aud_9', hash: chainStart }],
      second.records.slice(1),
    ];
    for (const changed of changes)
      expect(firstFault(seals.with(1, { ...second, records: changed }), records)).toEqual({
        seal: 2,
        what: 'seal-altered',
      });
  });

  test('INV-8 names a seal that was made anew without the key, and the one after it', () => {
    const { seals, records } = aChain();
    const [first, second] = seals;
    if (first === undefined || second === undefined) throw new Error('no seals');
    const body = { ...first, records: first.records.slice(1) };
    const forged = { ...body, hash: sealHash(body) };
    expect(firstFault([forged, ...seals.slice(1)], records)).toEqual({ seal: 1, what: 'seal-forged' });
    expect(firstFault([signed(forged), ...seals.slice(1)], records)).toEqual({ seal: 2, what: 'seal-altered' });
  });

  test('INV-8 two seals in each other’s place are found', () => {
    const { seals, records } = aChain();
    expect(firstFault(seals.toReversed(), records)).toEqual({ seal: 1, what: 'seal-missing' });
  });
});

test('A-02 a hash does not depend on the order of members (RFC 8785), and only JSON can be hashed', () => {
  expect(hashOf({ a: 1, b: [true, null, 'é'] })).toBe(hashOf({ b: [true, null, 'é'], a: 1 }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: '1' }));
  expect(() => hashOf(undefined)).toThrow('only JSON');
});
