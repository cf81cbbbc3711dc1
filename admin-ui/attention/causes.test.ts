import { describe, expect, it } from 'vitest';
import { troubleCauses } from '../../domain/words.ts';
import { causeSentence } from './causes.ts';

const since = '2026-11-22T09:30:00.000Z';
const of = {
  kind: 'migration',
  way: null,
  step: 'await-device',
  account: { id: 'acc_b3BlbnNlc2FtZW9wZW5zZQ', userName: 'ana', email: 'ana@example.org' },
  support: null,
} as const;

describe('the sentence of a cause', () => {
  it.each(troubleCauses)('%s is one that ends', (cause) => {
    expect(causeSentence({ cause, since }, of)).toMatch(/^[A-Z“a].+\.$/);
  });

  it('names the activity, how often it failed and the last error', () => {
    const trouble = { cause: 'activity-failing', since, activity: 'openRecovery', attempts: 7 } as const;
    expect(causeSentence({ ...trouble, lastError: 'mail provider answered 500' }, of)).toBe(
      '“Open recovery” has failed 7 times and is being retried: mail provider answered 500.',
    );
  });

  it('says whose answer is late: an agent verifies, and then a supervisor decides', () => {
    const told = (isVerified: boolean) => {
      const support = { since, respondBy: since, isVerified, verifiedUntil: isVerified ? since : null };
      return causeSentence({ cause: 'support-late', since }, { ...of, support });
    };
    expect(told(false)).toBe('Support has not answered ana in time: the caller has to be verified.');
    expect(told(true)).toContain('no supervisor has decided yet');
  });

  it('does not say of a lost token that it is as it was', () => {
    const recreation = { ...of, kind: 'recreation', step: 'register' } as const;
    expect(causeSentence({ cause: 'expired', since }, recreation)).toContain('stays suspended');
    expect(causeSentence({ cause: 'expired', since }, of)).toContain('The tokens are as they were.');
  });

  it('names the step that nobody got past', () => {
    expect(causeSentence({ cause: 'expired', since }, of)).toContain('Open the app on your new device');
    const pairing = { ...of, kind: 'restore', way: 'qr', step: 'scan' } as const;
    expect(causeSentence({ cause: 'expired', since }, pairing)).toContain('choose Start QR code pairing');
  });
});
