import { expect, test } from 'vitest';
import type { DeviceTokens } from '../contracts/devices.ts';
import { importSeed } from './otp.ts';
import { withServerView } from './server-view.ts';
import { emptyState, type Candidate, type DeviceState, type HeldToken } from './state.ts';

const device = { id: 'dev_AAAAAAAAAAAAAAAAAAAAAA', model: 'iPhone12,3', shortId: '204021' };
const service = { id: 'svc_AAAAAAAAAAAAAAAAAAAAAA', name: 'VPN' };
const seed = await importSeed(new Uint8Array(20));
const candidate: Candidate = { id: 'tok_a', serial: 'A-1', type: 'totp', service, seed };
const token = (arrivedBy: string): HeldToken => ({
  ...candidate,
  isUsable: true,
  isMigrating: false,
  arrivedBy,
  nextCounter: 1,
  spentStep: 0,
});
const holding = (...tokens: HeldToken[]): DeviceState => ({ ...emptyState('http://device.test'), tokens });
const view = (part: Partial<DeviceTokens>): DeviceTokens => ({ device, tokens: [], removed: [], ...part });
const left: DeviceTokens['removed'] = [
  { id: 'tok_a', service, reason: 'moved', to: null, at: '2026-11-22T09:30:00.000Z' },
];
const listed: DeviceTokens['tokens'] = [
  { id: 'tok_a', serial: 'A-1', type: 'totp', service, isUsable: false, isMigrating: true },
];

test('an answer older than a token that came back does not remove it', () => {
  const after = withServerView(holding(token('rec_old')), holding(token('rec_new')), view({ removed: left }));
  expect(after.tokens).toMatchObject([{ arrivedBy: 'rec_new', isUsable: true }]);
});

test('a token that once left and is listed again stays', () => {
  const held = holding(token('rec_new'));
  expect(withServerView(held, held, view({ tokens: listed, removed: left }))).toMatchObject({
    tokens: [{ isUsable: false, isMigrating: true }],
    departed: [],
  });
});

test('a token that the server neither lists nor explains is kept and not usable', () => {
  const held = holding(token('rec_a'));
  expect(withServerView(held, held, view({})).tokens).toMatchObject([{ isUsable: false }]);
});

test('a pending claim is active once its tokens are listed, unless they were held before', () => {
  const pendingClaims = [{ recovery: 'rec_b', candidates: [candidate], proofs: [], step: 7 }];
  const waiting = { ...holding(), pendingClaims };
  expect(withServerView(waiting, waiting, view({ tokens: listed }))).toMatchObject({
    tokens: [{ arrivedBy: 'rec_b', spentStep: 7 }],
    pendingClaims: [],
  });
  const held = { ...holding(token('rec_a')), pendingClaims };
  expect(withServerView(held, held, view({ tokens: listed }))).toMatchObject({
    tokens: [{ arrivedBy: 'rec_a' }],
    pendingClaims,
  });
});
