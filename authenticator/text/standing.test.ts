import { expect, test } from 'vitest';
import type { Identity } from '../../contracts/identities.ts';
import { standingOf } from './standing.ts';

const identity = (part: Partial<Identity>, restoration: Partial<Identity['restoration']> = {}) =>
  ({
    state: 'active',
    devices: 1,
    ...part,
    restoration: { isAllowed: true, isActive: false, ...restoration },
  }) as Identity;

test.each([
  ['not asked yet', null, 'Ready to sign in'],
  ['alone and not backed up', identity({}), 'Ready to sign in · on this device · restore function not active'],
  [
    'on two devices',
    identity({ devices: 2 }, { isActive: true }),
    'Ready to sign in · on 2 devices · restore function active',
  ],
  ['restoration switched off', identity({}, { isAllowed: false }), 'Ready to sign in · on this device'],
])('%s', (_, seen, says) => {
  expect(standingOf(seen)).toBe(says);
});

test('an ID that signs in nowhere says so, and whom to ask', () => {
  expect(standingOf(identity({ state: 'disabled' }))).toContain('Contact support');
  expect(standingOf(identity({ state: 'suspended' }))).toContain('Contact support');
});
