import { expect, test } from 'vitest';
import { claimDigest } from './claim.ts';
import { maskedEmail, maskedSerial } from './mask.ts';
import { repudiatedRecovery, repudiationToken } from './repudiation.ts';

const key = new Uint8Array(32).fill(7);

test('M-04 a "this wasn\'t me" link speaks of its own recovery alone', () => {
  const token = repudiationToken(key, 'rec_a');
  expect(repudiatedRecovery(key, token)).toBe('rec_a');
  expect(token.split('.')[1]).toHaveLength(22);
});

test('M-04 a link that was guessed, cut, prolonged or moved to another recovery is not ours', () => {
  const token = repudiationToken(key, 'rec_a');
  const [, secret = ''] = token.split('.');
  const forged = ['', '.', 'rec_a', 'rec_a.', `rec_b.${secret}`, token.slice(0, -1), `${token}A`, `${token}.x`];
  expect(forged.map((text) => repudiatedRecovery(key, text))).toEqual(forged.map(() => undefined));
  expect(
    repudiatedRecovery(
      key.map(() => 8),
      token,
    ),
  ).toBeUndefined();
});

test('a claim is good for its recovery and token alone', () => {
  const digests = [
    claimDigest(key, 'rec_a', 'tok_a', '123456'),
    claimDigest(key, 'rec_b', 'tok_a', '123456'),
    claimDigest(key, 'rec_a', 'tok_b', '123456'),
    claimDigest(key, 'rec_a', 'tok_a', '123457'),
  ];
  expect(new Set(digests).size).toBe(4);
});

test('serials and addresses are masked as guide 000 shows them', () => {
  expect(maskedSerial('7Q2M9F3A-1EC')).toBe('*****-1EC');
  expect(maskedEmail('ana@example.org')).toBe('a•••@example.org');
  expect(maskedEmail('odd@name@example.org')).toBe('o•••@example.org');
  expect([maskedEmail('@example.org'), maskedEmail('nobody')]).toEqual(['•••', '•••']);
});
