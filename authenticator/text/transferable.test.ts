import { expect, test } from 'vitest';
import { mayTransfer, whyNotTransferable } from './transferable.ts';

const token = { service: { id: 'svc_AAAAAAAAAAAAAAAAAAAAAI', name: 'VPN' }, isUsable: true, isMigrating: false };
const status = { isPossible: true, missing: [], servicesOff: [] };

test('a working token may be selected', () => {
  expect(mayTransfer(token, status)).toBe(true);
});

test.each([
  [token, { ...status, servicesOff: [token.service.id] }, 'service'],
  [{ ...token, isUsable: false }, status, 'Locked'],
  [{ ...token, isMigrating: true }, status, 'move already'],
])('what cannot be selected says why', (one, told, word) => {
  expect(whyNotTransferable(one, told)).toContain(word);
});
