import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../contracts/client.ts';
import { recreationReasons } from '../../domain/recreation.ts';
import { attemptsLeftOf, spellAttempts, spellRounds, spellStartOver, spellWhatYesDoes, wishes } from './wording.ts';

describe('the actions of a recreation', () => {
  it('are wished for in the words of guide 003', () => {
    expect(wishes.deleted).toBe("I'd like to recreate my soft token since I deleted its identity from my device");
    expect(new Set(Object.values(wishes)).size).toBe(recreationReasons.length);
  });

  it('say before Yes that the token is suspended at once, and only of a lost one that it stays so', () => {
    for (const reason of recreationReasons)
      expect(spellWhatYesDoes('VPN *****-1EC', reason)).toContain('VPN *****-1EC is suspended at once');
    const staying = recreationReasons.filter((reason) => spellWhatYesDoes('', reason).includes('stays suspended'));
    expect(staying).toEqual(['lost']);
  });
});

describe('what is left', () => {
  it('is counted in words that fit one, none and many', () => {
    expect([0, 1, 2].map(spellRounds)).toEqual(['no round left', '1 round left', '2 rounds left']);
    expect([0, 1, 4].map(spellAttempts)).toEqual(['No attempt left', '1 attempt left', '4 attempts left']);
    expect(spellStartOver(3)).toBe('Start over (3 left)');
  });

  it('is read from a refusal that counts, and from nothing else', () => {
    const problem = {
      type: '',
      code: 'wrong-registration' as const,
      title: '',
      detail: '',
      status: 422,
      requestId: '',
    };
    expect(attemptsLeftOf(new ProblemError({ ...problem, attemptsLeft: 4 }))).toBe(4);
    expect(attemptsLeftOf(new ProblemError(problem))).toBeUndefined();
    expect(attemptsLeftOf(new Error('4'))).toBeUndefined();
  });
});
