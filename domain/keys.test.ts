import { hkdfSync } from 'node:crypto';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { base64Url, isSame, keyedDigest, subkey } from './keys.ts';

const key = new Uint8Array(32).fill(7);

test('the key derivation is that of RFC 5869, appendix A.1', () => {
  const okm = hkdf(
    sha256,
    new Uint8Array(22).fill(0x0b),
    hexToBytes('000102030405060708090a0b0c'),
    hexToBytes('f0f1f2f3f4f5f6f7f8f9'),
    42,
  );
  expect(Buffer.from(okm).toString('hex')).toBe(
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  );
});

test('a subkey is HKDF-SHA256 over purpose and context, as another implementation computes it', () => {
  const salt = new Uint8Array([1, 2, 3]);
  const expected = hkdfSync('sha256', key, salt, 'latchkey/1/seed/rec_a', 20);
  expect(Buffer.from(subkey(key, 'seed', 'rec_a', 20, salt))).toEqual(Buffer.from(expected));
});

test('each purpose and each context has a key of its own', () => {
  const keys = [
    subkey(key, 'proof', 'a'),
    subkey(key, 'proof', 'b'),
    subkey(key, 'update-id', 'a'),
    subkey(key, 'proof'),
  ];
  expect(new Set(keys.map((bytes) => base64Url(bytes))).size).toBe(4);
});

test('base64url is that of RFC 4648, section 5, for every length', () => {
  for (let length = 0; length < 70; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 151 + length * 7) & 255);
    expect(base64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
  }
});

test('no two lists of parts have the same digest, however they are cut', () => {
  const digests = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['2:ab1:c']].map((parts) =>
    keyedDigest(key, ...parts),
  );
  expect(new Set(digests).size).toBe(6);
  expect(digests.every((digest) => /^[A-Za-z0-9_-]{22}$/.test(digest))).toBe(true);
});

test('texts are the same only if every character is', () => {
  expect(isSame('abc', 'abc')).toBe(true);
  expect([isSame('abc', 'abd'), isSame('abc', 'ab'), isSame('', 'a'), isSame('abc', 'Abc')]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
