import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../contracts/client.ts';
import { faultsOf, givenAnswers, isAnythingTyped, spellCount } from './answers.ts';

describe('answers that are being typed', () => {
  it('are those of the fields that are not blank, without blanks around them', () => {
    const typed = { neighbour: ' Ortiz ', 'first-meal': '  ' };
    expect(givenAnswers(typed)).toEqual([{ question: 'neighbour', answer: 'Ortiz' }]);
    expect(isAnythingTyped(typed)).toBe(true);
    expect(isAnythingTyped({ 'first-meal': ' ' })).toBe(false);
  });

  it('are counted against what is needed', () => {
    expect(spellCount(3, 5)).toBe('3 of at least 5 answered');
    expect(spellCount(6, 5)).toBe('6 answered');
  });

  it('are told each its own fault, and nothing of other problems', () => {
    const problem = {
      type: 'https://latchkey.invalid/problems/answers-refused',
      code: 'answers-refused' as const,
      title: '',
      detail: '',
      status: 422,
      requestId: '',
      errors: [{ path: 'neighbour', message: 'too easy to guess' }],
    };
    expect(faultsOf(new ProblemError(problem))).toEqual({ neighbour: 'too easy to guess' });
    expect(faultsOf(new ProblemError({ ...problem, code: 'invalid-request' }))).toEqual({});
    expect(faultsOf(null)).toEqual({});
  });
});
