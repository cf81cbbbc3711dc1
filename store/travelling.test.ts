import { expect, test } from 'vitest';
import { openForRecovery, sealForRecovery } from './travelling.ts';

const key = new Uint8Array(32).fill(3);
const sealed = sealForRecovery(key, 'rec_1', 'registration', 'H3K9M2PQ7R8TVWX');

test('W-04 what travels says nothing, and opens for its recovery and purpose alone', () => {
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('H3K9M');
  expect(openForRecovery(key, 'rec_1', 'registration', sealed)).toBe('H3K9M2PQ7R8TVWX');
  expect(() => openForRecovery(key, 'rec_2', 'registration', sealed)).toThrow();
  expect(() => openForRecovery(key, 'rec_1', 'answers', sealed)).toThrow();
  expect(() => openForRecovery(new Uint8Array(32), 'rec_1', 'registration', sealed)).toThrow();
  const altered = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
  expect(() => openForRecovery(key, 'rec_1', 'registration', altered)).toThrow();
});

test('X-08 the same text is sealed alike, so that a repeated request is the same one; another text is not', () => {
  expect(sealForRecovery(key, 'rec_1', 'registration', 'H3K9M2PQ7R8TVWX')).toBe(sealed);
  const nonces = ['a', 'b', 'c'].map((text) => sealForRecovery(key, 'rec_1', 'registration', text).slice(0, 16));
  expect(new Set(nonces).size).toBe(3);
});
