import { describe, expect, test } from 'vitest';
import { matchOtp, offeredSeed, otpAt, seedBytes, totpStep } from './otp.ts';
import { policyFrom } from './policy.ts';

const { limits } = policyFrom({});
const rfcSecret = new TextEncoder().encode('12345678901234567890');
const now = Date.parse('2026-11-22T09:30:15Z');
const present = totpStep(now, limits);

test('one-time passwords are those of RFC 4226, appendix D', () => {
  const codes = Array.from({ length: 10 }, (_, counter) => otpAt(rfcSecret, counter));
  expect(codes).toEqual('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' '));
});

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i s the code is that of RFC 6238, appendix B, in six digits', (seconds, code) => {
  expect(otpAt(rfcSecret, totpStep(seconds * 1000, limits))).toBe(code);
});

const match = (otp: string, lastFactor = -1, at = now) => matchOtp('totp', rfcSecret, otp, lastFactor, at, limits);

test('T-04 swept from two minutes behind to two ahead, exactly the present step and its neighbours are accepted', () => {
  const offsets = Array.from({ length: 241 }, (_, index) => index - 120);
  const accepted = offsets.filter(
    (offset) => match(otpAt(rfcSecret, totpStep(now + offset * 1000, limits))) !== undefined,
  );
  expect(new Set(accepted.map((offset) => totpStep(now + offset * 1000, limits) - present))).toEqual(
    new Set([-1, 0, 1]),
  );
  expect(accepted).toHaveLength(90);
});

test('T-05 a code is never accepted again, nor one of an earlier step', () => {
  const factor = match(otpAt(rfcSecret, present));
  expect(factor).toBe(present);
  expect(match(otpAt(rfcSecret, present), present)).toBeUndefined();
  expect(match(otpAt(rfcSecret, present - 1), present)).toBeUndefined();
  expect(match(otpAt(rfcSecret, present + 1), present)).toBe(present + 1);
});

test('T-05 a HOTP code is accepted ahead within the window, never behind', () => {
  const hotp = (counter: number, last: number) =>
    matchOtp('hotp', rfcSecret, otpAt(rfcSecret, counter), last, now, limits);
  expect(hotp(0, -1)).toBe(0);
  expect(hotp(13, 3)).toBe(13);
  expect(hotp(14, 3)).toBeUndefined();
  expect(hotp(3, 3)).toBeUndefined();
  expect(hotp(2, 3)).toBeUndefined();
});

describe('offered seeds', () => {
  const key = new Uint8Array(32).fill(7);
  const offer = (salt = 's', recovery = 'rec_a', token = 'tok_a', device = 'dev_a') =>
    Buffer.from(offeredSeed(key, salt, recovery, token, device)).toString('hex');

  test('T-01 have 160 bits', () => {
    expect(seedBytes).toBe(20);
    expect(offer()).toHaveLength(40);
  });

  test('T-08 are the same when offered again, and others for any other salt, recovery, token or device', () => {
    expect(offer()).toBe(offer());
    const others = [
      offer('t'),
      offer('s', 'rec_b'),
      offer('s', 'rec_a', 'tok_b'),
      offer('s', 'rec_a', 'tok_a', 'dev_b'),
    ];
    expect(new Set([offer(), ...others]).size).toBe(5);
  });

  test('T-01 do not repeat', () => {
    const seeds = Array.from({ length: 5_000 }, (_, number) => offer(String(number)));
    expect(new Set(seeds).size).toBe(5_000);
  });
});
