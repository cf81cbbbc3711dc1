import { describe, expect, it } from 'vitest';
import type { Recovery } from '../../contracts/recoveries.ts';
import { RecoveryState } from '../../contracts/words.ts';
import { spellEnding } from './wording.ts';

const old = { id: 'dev_b3BlbnNlc2FtZW9wZW5zZQ', model: 'samsung SM-G970F', shortId: '205831' };

function aRecovery(changes: Partial<Recovery>): Recovery {
  return {
    id: 'rec_b3BlbnNlc2FtZW9wZW5zZQ',
    kind: 'migration',
    state: 'proving',
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
    expect(silent).toEqual(['proving', 'awaiting-device']);
  });
});
