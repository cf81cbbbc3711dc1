import { describe, expect, it } from 'vitest';
import type { RecreationCase } from '../../contracts/recreation.ts';
import { sentBack, standing } from './standing.ts';

const at = '2026-11-22T09:30:00.000Z';
const sam = { id: 'stf_sam', name: 'Sam Agent' };
const callerCheck = { how: 'call-back', note: 'Called back at 14:05' } as const;
const asked = { since: at, respondBy: at, verification: null, answeredAt: null };
const verification = { by: sam, at, goodUntil: at, isGood: true, callerCheck };
const verified = { ...asked, verification };
const blank: RecreationCase = {
  reason: null,
  roundsLeft: 0,
  startOversLeft: 3,
  support: null,
  mayVerify: false,
  mayDecide: false,
};

const told = (change: Partial<RecreationCase>, { isWaiting = true, me = 'stf_somebody' } = {}) =>
  standing({ recreation: { ...blank, ...change }, isWaiting, userName: 'ana', me });

describe('who is asking', () => {
  it('is for whoever may verify to find out', () => {
    expect(told({ support: asked, mayVerify: true })).toBe(
      'Make sure that it is ana who asks, and record how. A supervisor then decides.',
    );
    expect(told({ support: asked })).toBe('An agent makes sure who asks, and a supervisor then decides.');
  });

  it('is for a supervisor to judge, and whoever verified is told that it is not them', () => {
    expect(told({ support: verified, mayDecide: true })).toContain('Does that prove that it is ana?');
    expect(told({ support: verified, mayVerify: true }, { me: sam.id })).toBe(
      'A supervisor other than you decides now.',
    );
    expect(told({ support: verified })).toBe('A supervisor other than Sam Agent decides now.');
  });

  it('has to be made sure of once more when the verification is no longer good', () => {
    const stale = { ...asked, verification: { ...verification, isGood: false } };
    expect(told({ support: stale, mayVerify: true })).toContain('Make sure once more, and record how.');
    expect(told({ support: stale })).toContain('An agent makes sure once more.');
  });

  it('is no question where support was not asked, has answered, or is no longer needed', () => {
    expect(told({})).toContain('has not been asked');
    expect(told({ support: { ...verified, answeredAt: at } }, { isWaiting: false })).toContain('let it go on');
    expect(told({ support: asked }, { isWaiting: false })).toBe('It no longer waits for support.');
  });
});

describe('a verification that was sent back', () => {
  const actor = { kind: 'staff', id: 'stf_sue', name: 'Sue Supervisor', role: 'supervisor' } as const;
  const entry = (what: string) => ({ at, step: 'answer-questions' as const, what, actor, note: what });

  it('is told until there is another one', () => {
    const back = ['support-asked', 'caller-verified', 'caller-declined', 'answers-refused'].map(entry);
    expect(sentBack(back)?.what).toBe('caller-declined');
    expect(sentBack([...back, entry('caller-verified')])).toBeUndefined();
    expect(sentBack([])).toBeUndefined();
  });
});
