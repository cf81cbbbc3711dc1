import { expect, test } from 'vitest';
import { makeKeys, publicKeyOf } from './keys.ts';
import { proofFor } from './proof.ts';
import { checkedProof, digestOf } from './testing/checked-proof.ts';

const now = Date.parse('2026-11-22T09:30:00.900Z');
const request = { method: 'POST', url: 'https://latchkey.test/v1/device/reloads?page=2#top', body: '{"a":"é"}' };

test('a proof names key, method, address without query and fragment, time and the digest of the body', async () => {
  const { signing } = await makeKeys();
  const proof = await checkedProof(await proofFor(signing, request, now));
  expect(proof.header).toEqual({ typ: 'dpop+jwt', alg: 'ES256', jwk: await publicKeyOf(signing) });
  expect(proof).toMatchObject({ htm: 'POST', htu: 'https://latchkey.test/v1/device/reloads', iat: 1795339800 });
  expect(proof.bsh).toBe(await digestOf('{"a":"é"}'));
});

test('a request without a body proves the digest of nothing', async () => {
  const { signing } = await makeKeys();
  const proof = await checkedProof(await proofFor(signing, { method: 'GET', url: 'https://latchkey.test/' }, now));
  expect(proof.bsh).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
});

test('no two proofs are the same, and each id has 128 bits', async () => {
  const { signing } = await makeKeys();
  const proofs = await Promise.all([1, 2, 3, 4].map(async () => checkedProof(await proofFor(signing, request, now))));
  expect(new Set(proofs.map(({ jti }) => jti)).size).toBe(4);
  expect(proofs.every(({ jti }) => jti.length === 22)).toBe(true);
});

test('private keys cannot be taken out', async () => {
  const { signing, encryption } = await makeKeys();
  await expect(crypto.subtle.exportKey('jwk', signing.privateKey)).rejects.toThrow();
  await expect(crypto.subtle.exportKey('jwk', encryption.privateKey)).rejects.toThrow();
});
