import { expect, test } from 'vitest';
import { whyDeparted } from './departures.ts';

const token = {
  id: 'tok_a',
  serial: 'A-1',
  service: { id: 'svc_a', name: 'VPN' },
  to: { id: 'dev_a', model: 'iPhone12,3', shortId: '204021' },
  at: new Date(2026, 10, 22, 9, 30).toISOString(),
};

test('a token that moved names the device it moved to, and when', () => {
  expect(whyDeparted({ ...token, reason: 'moved' })).toMatch(/^It moved to iPhone12,3 \(ID 204021\) on .*2026.*9:30/);
});

test('a deleted token names no device', () => {
  expect(whyDeparted({ ...token, reason: 'deleted' })).toMatch(/^It was deleted on .*, and was removed here\.$/);
});

test('a token that was made anew as a soft token names no device: the server does not know which', () => {
  expect(whyDeparted({ ...token, reason: 'recreated' })).toMatch(/^It was made anew as a soft token on .*removed here/);
});

test('an ID that was restored elsewhere names the device; one that was unpaired names none', () => {
  expect(whyDeparted({ ...token, reason: 'restored' })).toMatch(/^It was restored on iPhone12,3 \(ID 204021\) on /);
  expect(whyDeparted({ ...token, reason: 'unpaired' })).toMatch(
    /^It was unpaired from this device on .*removed here\.$/,
  );
});
