import { expect, test } from 'vitest';
import { passcodeFlaw, protect, unlock } from './access-protection.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const fast = 1_000;
const made = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

test('the passcode opens the key, which signs and cannot be taken out', async () => {
  const pair = await made();
  const held = await protect(pair.privateKey, 'tea at five', fast);
  const key = await unlock(held, 'tea at five');
  if (key === undefined) throw new Error('the passcode was refused');
  const message = new Uint8Array([1, 2, 3]);
  const signing = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(signing, key, message);
  expect(await crypto.subtle.verify(signing, pair.publicKey, signature, message)).toBe(true);
  await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow();
});

test('a wrong passcode opens nothing, nor does the right one without the lock of the installation', async () => {
  const { privateKey } = await made();
  const held = await protect(privateKey, 'tea at five', fast);
  expect(await unlock(held, 'tea at six')).toBeUndefined();
  const stranger = await protect(privateKey, 'tea at five', fast);
  expect(await unlock({ ...held, lock: stranger.lock }, 'tea at five')).toBeUndefined();
  await expect(crypto.subtle.exportKey('raw', held.lock)).rejects.toThrow();
});

test('the same key under the same passcode never looks the same, and holds no readable key', async () => {
  const { privateKey } = await made();
  const plain = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
  const [first, second] = [
    await protect(privateKey, 'tea at five', fast),
    await protect(privateKey, 'tea at five', fast),
  ];
  expect(first.sealed).not.toEqual(second.sealed);
  expect(first.sealed.slice(0, plain.length)).not.toEqual(plain);
});

test('letters typed in another composition are the same passcode', async () => {
  const held = await protect((await made()).privateKey, 'caf\u00e9 5', fast);
  expect(await unlock(held, 'cafe\u0301 5')).toBeDefined();
});

test.each([
  ['12345', 'too-short'],
  ['111111', 'too-simple'],
  ['123456', 'too-simple'],
  ['fedcba', 'too-simple'],
  ['x'.repeat(65), 'too-long'],
  ['582913', undefined],
  ['tea at five', undefined],
])('%s: %s', (passcode, flaw) => {
  expect(passcodeFlaw(passcode)).toBe(flaw);
});
