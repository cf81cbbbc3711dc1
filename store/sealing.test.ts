import { randomBytes } from 'node:crypto';
import { Binary } from 'mongodb';
import { describe, expect, test } from 'vitest';
import type { SealedValue } from './documents.ts';
import { dataKeyPlace, reseal, seal, seedPlace, unseal, vaultOf } from './sealing.ts';

const key = { id: 'k1', key: randomBytes(32) };
const place = seedPlace('bnd_a');
const seed = randomBytes(20);

function flipped(sealed: SealedValue, field: 'nonce' | 'text', at: number): SealedValue {
  const bytes = Buffer.from(sealed[field].value());
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return { ...sealed, [field]: new Binary(bytes) };
}

describe('K-01 a sealed value', () => {
  const sealed = seal(key, place, seed);

  test('K-01 opens in its place with its key, and holds nothing in clear', () => {
    expect(Buffer.from(unseal([key], place, sealed))).toEqual(seed);
    expect(Buffer.from(sealed.text.value()).includes(seed)).toBe(false);
  });

  test('K-01 is refused when any bit of it was flipped', () => {
    const broken = [
      ...Array.from({ length: sealed.text.length() }, (_, at) => flipped(sealed, 'text', at)),
      ...Array.from({ length: 12 }, (_, at) => flipped(sealed, 'nonce', at)),
    ];
    for (const value of broken) expect(() => unseal([key], place, value)).toThrow();
  });

  test('K-01 is refused in the place of another record', () => {
    const places = [seedPlace('bnd_b'), 'bindings|bnd_a|seed|2', 'accounts|bnd_a|dataKey|1', ''];
    for (const other of places) expect(() => unseal([key], other, sealed)).toThrow();
  });

  test('K-01 has a fresh nonce each time', () => {
    const nonces = Array.from({ length: 1_000 }, () =>
      Buffer.from(seal(key, place, seed).nonce.value()).toString('hex'),
    );
    expect(new Set(nonces).size).toBe(1_000);
  });

  test('K-03 is never opened without its key, nor with another under the same id', () => {
    expect(() => unseal([], place, sealed)).toThrow('the key "k1" is not in LATCHKEY_SEAL_KEYS');
    expect(() => unseal([{ id: 'k1', key: randomBytes(32) }], place, sealed)).toThrow();
    expect(() => unseal([{ ...key, id: 'k2' }], place, sealed)).toThrow('k1');
  });

  test('K-01 cut short, down to nothing, it is refused', () => {
    const bytes = Buffer.from(sealed.text.value());
    for (const length of [0, 1, 4, 8, 12, 15, 16, bytes.length - 1])
      expect(() => unseal([key], place, { ...sealed, text: new Binary(bytes.subarray(0, length)) })).toThrow();
  });
});

describe('K-02 data keys', () => {
  const newer = { id: 'k2', key: randomBytes(32) };

  test('K-01 are one an account, and open for that account alone', () => {
    const vault = vaultOf([key]);
    const dataKey = vault.newDataKey('acc_a');
    expect(vault.open('acc_a', dataKey)).toMatchObject({ id: 'acc:acc_a' });
    expect(() => vault.open('acc_b', dataKey)).toThrow();
  });

  test('K-02 wrapped anew, they open without the former key, and what they sealed still opens', () => {
    const dataKey = vaultOf([key]).newDataKey('acc_a');
    const sealed = seal(vaultOf([key]).open('acc_a', dataKey), place, seed);
    const rewrapped = reseal([newer, key], dataKeyPlace('acc_a'), dataKey);
    const opened = vaultOf([newer]).open('acc_a', rewrapped);
    expect(Buffer.from(unseal([opened], place, sealed))).toEqual(seed);
  });

  test('K-03 a ring without a key is no vault', () => {
    expect(() => vaultOf([])).toThrow('LATCHKEY_SEAL_KEYS holds no key');
  });
});
