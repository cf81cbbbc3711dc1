import { describe, expect, it } from 'vitest';
import type { Recovery } from '../../contracts/recoveries.ts';
import { RecoveryState } from '../../contracts/words.ts';
import { goesOnInApp, spellEnding, spellKind, spellNextInApp, spellState, spellWhatStays } from './wording.ts';

const old = { id: 'dev_b3BlbnNlc2FtZW9wZW5zZQ', model: 'samsung SM-G970F', shortId: '205831' };

function aRecovery(changes: Partial<Recovery>): Recovery {
  return {
    id: 'rec_b3BlbnNlc2FtZW9wZW5zZQ',
    kind: 'migration',
    way: null,
    state: 'proving',
    step: 'prove-ownership',
    awaiting: 'account-holder',
    startedAt: '2026-11-22T09:30:00.000Z',
    deadline: '2026-11-22T10:00:00.000Z',
    endedAt: null,
    steps: [],
    tokens: [
      {
        id: 'tok_b3BlbnNlc2FtZW9wZW5zZQ',
        maskedSerial: '*****-1EC',
        service: { id: 'svc_b3BlbnNlc2FtZW9wZW5zZQ', name: 'VPN' },
      },
    ],
    fromDevice: old,
    toDevice: null,
    challenge: null,
    pairing: null,
    actions: [],
    appLink: null,
    ...changes,
  };
}

describe('how an ending is told', () => {
  it('names the new device when the token has moved', () => {
    const toDevice = { ...old, model: 'Pixel 9', shortId: '207714' };
    expect(spellEnding(aRecovery({ state: 'completed', toDevice }))).toBe(
      'VPN *****-1EC now works on Pixel 9 (ID 207714).',
    );
  });

  it.each(['cancelled', 'expired', 'locked', 'failed'] as const)(
    'says that nothing changed when it was %s',
    (state) => {
      expect(spellEnding(aRecovery({ state }))).toContain('Nothing has changed on samsung SM-G970F (ID 205831).');
    },
  );

  it('says nothing while it is open, and something of every other state', () => {
    const silent = RecoveryState.options.filter((state) => spellEnding(aRecovery({ state })) === undefined);
    expect(silent).toEqual(['proving', 'awaiting-support', 'awaiting-device']);
  });
});

describe('a restore or duplication', () => {
  const toDevice = { ...old, model: 'Pixel 9', shortId: '207714' };
  const scanned = { digits: '47', device: toDevice };

  it('names the way', () => {
    expect(spellKind(aRecovery({ kind: 'restore', way: 'qr' }))).toBe('Restore by QR code');
    expect(spellKind(aRecovery({ kind: 'duplication', way: 'code' }))).toBe('Duplication by code');
    expect(spellKind(aRecovery({}))).toBe('Migration');
  });

  it('waits for a code only where there is one to type', () => {
    expect(spellState(aRecovery({ kind: 'restore', way: 'code' }))).toBe('Waiting for your code');
    expect(spellState(aRecovery({ kind: 'restore', way: 'qr', step: 'scan' }))).toBe('Waiting for the scan');
    expect(spellState(aRecovery({ kind: 'restore', way: 'qr', step: 'compare' }))).toBe(
      'Waiting for your confirmation',
    );
    const atDevice = aRecovery({ kind: 'restore', way: 'qr', step: 'await-device', state: 'awaiting-device' });
    expect(spellState(atDevice)).toBe('Waiting for the device');
  });

  it('says on which device it goes on, at each step', () => {
    const byCode = { kind: 'restore', way: 'code', fromDevice: null, toDevice } as const;
    const byQr = { kind: 'duplication', way: 'qr', fromDevice: old } as const;
    expect(spellNextInApp(aRecovery(byCode))).toContain('second code, which we mailed you, in the app on Pixel 9');
    expect(spellNextInApp(aRecovery({ ...byQr, step: 'scan' }))).toContain('scan what samsung SM-G970F (ID 205831)');
    expect(spellNextInApp(aRecovery({ ...byQr, step: 'compare', pairing: scanned }))).toBe(
      'Pixel 9 (ID 207714) has scanned the code. Confirm on samsung SM-G970F (ID 205831), if both devices show these two digits.',
    );
    expect(spellNextInApp(aRecovery({ ...byCode, step: 'await-device' }))).toContain('passcode in the app on Pixel 9');
  });

  it('says that a restore unpairs the former devices, and that a duplication need not', () => {
    const ended = { state: 'completed', way: 'code', toDevice } as const;
    expect(spellEnding(aRecovery({ ...ended, kind: 'restore' }))).toContain('former devices were unpaired');
    expect(spellEnding(aRecovery({ ...ended, kind: 'duplication' }))).not.toContain('unpaired');
  });

  it('without effect leaves the identity on all its devices, not only on one', () => {
    const cancelled = aRecovery({ kind: 'restore', way: 'code', state: 'cancelled', fromDevice: null });
    expect(spellEnding(cancelled)).toContain('your identity is on the devices where it was');
    expect(spellWhatStays(cancelled)).toBe('Your identity stays on the devices where it is.');
    expect(spellWhatStays(aRecovery({}))).toContain('stays on samsung SM-G970F (ID 205831) as it was');
  });
});

describe('a transfer', () => {
  const [token] = aRecovery({}).tokens;
  const two = token === undefined ? [] : [token, { ...token, maskedSerial: '*****-2FD' }];
  const transfer = aRecovery({ kind: 'transfer', step: 'activate', tokens: two });

  it('waits for the activation that was mailed, then for Done, and never for a code here', () => {
    expect(spellState(transfer)).toBe('Waiting for the activation');
    expect(spellNextInApp(transfer)).toContain('choose I have an activation code');
    const activated = aRecovery({ ...transfer, step: 'await-device', state: 'awaiting-device' });
    expect(spellNextInApp(activated)).toContain('choose Done there');
    expect(goesOnInApp('transfer')).toBe(true);
  });

  it('speaks of all its tokens, and says where they work until then', () => {
    expect(spellNextInApp(transfer)).toContain('keep working on samsung SM-G970F (ID 205831)');
    expect(spellWhatStays(transfer)).toBe(
      'VPN *****-1EC, VPN *****-2FD stay on samsung SM-G970F (ID 205831) as they were.',
    );
    const done = aRecovery({ ...transfer, state: 'completed', toDevice: { ...old, model: 'Pixel 9' } });
    expect(spellEnding(done)).toBe('VPN *****-1EC, VPN *****-2FD now work on Pixel 9 (ID 205831).');
  });
});

describe('a recreation', () => {
  const recreation = aRecovery({ kind: 'recreation', step: 'register', state: 'awaiting-device' });

  it('says at each step what it waits for, and that it waits for support', () => {
    const steps = ['prove-ownership', 'answer-questions', 'choose-action'] as const;
    expect(steps.map((step) => spellState(aRecovery({ kind: 'recreation', step })))).toEqual([
      'Waiting for your code',
      'Waiting for your answers',
      'Waiting for your choice',
    ]);
    expect(spellState(recreation)).toBe('Waiting for the registration code');
    expect(spellState(aRecovery({ ...recreation, step: 'first-code' }))).toBe('Waiting for the first code');
    const withSupport = aRecovery({ kind: 'recreation', step: 'answer-questions', state: 'awaiting-support' });
    expect(spellState(withSupport)).toBe('Waiting for support');
    expect(spellState(aRecovery({ ...recreation, state: 'expired' }))).toBe('Expired');
    expect(spellKind(aRecovery({ kind: 'recreation', way: 'questions' }))).toBe('Recreation by questions');
  });

  it('that came to nothing leaves the token as it was, unless its device was lost', () => {
    const cancelled = aRecovery({ ...recreation, state: 'cancelled' });
    expect(spellEnding(cancelled, 'deleted')).toContain('The token is as it was before.');
    expect(spellEnding(cancelled, 'lost')).toContain('stays suspended');
    expect(spellEnding(aRecovery({ ...recreation, state: 'completed' }))).toBe(
      'Your new token is ready: VPN *****-1EC.',
    );
  });

  it('says before it is cancelled what becomes of the token', () => {
    expect(spellWhatStays(recreation)).toContain('Nothing has changed so far');
    expect(spellWhatStays(recreation, 'new-device')).toContain('is again as it was before');
    expect(spellWhatStays(recreation, 'lost')).toContain('stays suspended');
  });
});
