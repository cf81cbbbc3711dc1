import { expect, test } from 'vitest';
import { pairingDigits, pairingSecret } from './pairing.ts';

const masterKey = new Uint8Array(32).fill(7);

test('B-01 a pairing code holds 160 bits, of this recovery alone', () => {
  const secret = pairingSecret(masterKey, 'rec_1');
  expect(Buffer.from(secret, 'base64url')).toHaveLength(20);
  expect(pairingSecret(masterKey, 'rec_2')).not.toBe(secret);
});

test('the two digits belong to the device that scanned: all hundred of them occur', () => {
  const digits = Array.from({ length: 3_000 }, (_, device) =>
    pairingDigits(masterKey, 'rec_1', `device ${String(device)}`),
  );
  expect(digits.every((two) => /^\d{2}$/.test(two))).toBe(true);
  expect(new Set(digits).size).toBe(100);
});
