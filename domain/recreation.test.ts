import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  canonicalRegistration,
  fitsActivation,
  readActivation,
  recreatedSeed,
  recreationCode,
  registrationCode,
  type ReadActivation,
} from './recreation.ts';

const masterKey = new Uint8Array(32).fill(7);
const serial = '7Q2M9F3A-1EC';
const code = recreationCode(masterKey, 'rec_1', { attempt: 1, serial }, 'totp');

function activation(typedSerial = serial, typedCode = code): ReadActivation {
  const read = readActivation(typedSerial, typedCode);
  if (typeof read === 'string') throw new Error(`mistyped: ${read}`);
  return read;
}

const symbols = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

describe('an activation code', () => {
  test('B-01 has twenty symbols in fives, of which sixteen are secret: 80 bits', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    const many = Array.from({ length: 1_000 }, (_, attempt) =>
      recreationCode(masterKey, 'rec_1', { attempt, serial }, 'totp').replaceAll('-', '').slice(0, 16),
    );
    expect(new Set(many).size).toBe(1_000);
    for (let at = 0; at < 16; at++) expect(new Set(many.map((one) => one.charAt(at))).size).toBe(32);
  });

  test('is read however it is written, with its type', () => {
    expect(activation('7q2m9f3a 1ec', code.toLowerCase().replaceAll('-', ' '))).toEqual(activation());
    expect(activation('7Q2M9F3AlEC', code)).toEqual(activation());
    expect(activation().type).toBe('totp');
    expect(readActivation(serial, recreationCode(masterKey, 'rec_1', { attempt: 1, serial }, 'hotp'))).toMatchObject({
      type: 'hotp',
    });
  });

  test('every single wrong symbol is told as a typing error of the code', () => {
    const plain = code.replaceAll('-', '');
    for (let at = 0; at < plain.length; at++)
      for (const symbol of symbols)
        if (symbol !== plain.charAt(at))
          expect(readActivation(serial, plain.slice(0, at) + symbol + plain.slice(at + 1))).toBe('code');
  });

  test('a wrong serial number is told as such, but for one in a thousand', () => {
    const plain = serial.replace('-', '');
    let told = 0;
    let tried = 0;
    for (let at = 0; at < plain.length; at++)
      for (const symbol of symbols) {
        if (symbol === plain.charAt(at)) continue;
        tried += 1;
        if (readActivation(plain.slice(0, at) + symbol + plain.slice(at + 1), code) === 'serial') told += 1;
      }
    expect(tried - told).toBeLessThanOrEqual(2);
    expect(readActivation('7Q2M9F3A-1E', code)).toBe('serial');
    expect(readActivation('', code)).toBe('serial');
    expect(readActivation(serial, '')).toBe('code');
    expect(readActivation('x'.repeat(100_000), code)).toBe('serial');
  });
});

describe('a registration code', () => {
  const random = Uint8Array.from([1, 2, 3, 4, 5, 6, 7]);
  const registration = registrationCode(activation(), random);

  test('has fifteen symbols in fives and fits its activation alone', () => {
    expect(registration).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}$/);
    const canonical = canonicalRegistration(registration.toLowerCase().replaceAll('-', ' '));
    expect(fitsActivation(activation(), canonical)).toBe(true);
    const next = recreationCode(masterKey, 'rec_1', { attempt: 2, serial }, 'totp');
    expect(fitsActivation(activation(serial, next), canonical)).toBe(false);
    const other = '00000000-000';
    const otherCode = recreationCode(masterKey, 'rec_1', { attempt: 1, serial: other }, 'totp');
    expect(fitsActivation(activation(other, otherCode), canonical)).toBe(false);
  });

  test('typing errors are told apart from wrong codes', () => {
    const plain = registration.replaceAll('-', '');
    expect(canonicalRegistration(plain.slice(0, -1))).toBe('malformed');
    expect(canonicalRegistration(`${plain.charAt(1)}${plain.charAt(0)}${plain.slice(2)}`)).toBe('malformed');
    expect(canonicalRegistration('ab'.repeat(100_000))).toBe('malformed');
    expect(fitsActivation(activation(), 'malformed')).toBe(false);
  });

  test('made up, fits one time in a million', () => {
    const fits = Array.from({ length: 1_000 }, () => {
      const foreign = recreationCode(randomBytes(32), 'rec_2', { attempt: 1, serial }, 'totp');
      const made = registrationCode(activation(serial, foreign), randomBytes(7));
      return fitsActivation(activation(), canonicalRegistration(made));
    });
    expect(fits.filter(Boolean)).toEqual([]);
  });

  test('T-01 T-08 gives a seed of 160 bits, another one for every activation and registration', () => {
    const seedOf = (bytes: Uint8Array, read = activation()) =>
      Buffer.from(recreatedSeed(read, canonicalRegistration(registrationCode(read, bytes)))).toString('hex');
    const next = activation(serial, recreationCode(masterKey, 'rec_1', { attempt: 2, serial }, 'totp'));
    const seeds = [seedOf(random), seedOf(randomBytes(7)), seedOf(random, next)];
    expect(new Set(seeds).size).toBe(3);
    expect(seeds.every((seed) => seed.length === 40)).toBe(true);
    expect(seedOf(random)).toBe(seeds[0]);
  });
});
