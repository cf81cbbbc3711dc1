import { expect, test } from 'vitest';
import { otpAt, otpDigits } from '../domain/otp.ts';
import { digits, hotp, importSeed, stepAt } from './otp.ts';

const seedOfRfcs = () => new Uint8Array(new TextEncoder().encode('12345678901234567890'));

test('codes agree with RFC 4226 Appendix D', async () => {
  const seed = await importSeed(seedOfRfcs());
  const codes = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((counter) => hotp(seed, counter)));
  const published = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489';
  expect(codes.join(' ')).toBe(published);
});

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('the code at %d s agrees with RFC 6238 Appendix B', async (seconds, published) => {
  expect(await hotp(await importSeed(seedOfRfcs()), stepAt(seconds * 1000), 8)).toBe(published);
});

test('codes agree with those the server computes, leading zeros and counters beyond 32 bits included', async () => {
  expect(digits).toBe(otpDigits);
  for (let round = 0; round < 200; round++) {
    const bytes = crypto.getRandomValues(new Uint8Array(20));
    const counter = round % 2 === 0 ? round : 2 ** 32 + round;
    const expected = otpAt(bytes.slice(), counter);
    expect(await hotp(await importSeed(bytes), counter)).toBe(expected);
  }
});

test('an imported seed can be neither exported nor read from the bytes it came in', async () => {
  const bytes = seedOfRfcs();
  const seed = await importSeed(bytes);
  expect(bytes).toEqual(new Uint8Array(20));
  await expect(crypto.subtle.exportKey('raw', seed)).rejects.toThrow();
});
