import { describe, expect, it } from 'vitest';
import { answerByWords, isLate } from './answer-by.ts';

const at = Date.parse('2026-11-22T13:30:00.000Z');
const minutes = 60_000;

describe('by when support means to have answered', () => {
  it.each([
    [-230 * minutes, 'in 3 h 50 min', false],
    [0, 'now', false],
    [1, '0 s overdue', true],
    [12 * minutes, '12 min overdue', true],
  ])('%d ms after it reads "%s"', (after, words, late) => {
    expect(answerByWords(at, at + after)).toBe(words);
    expect(isLate(at, at + after)).toBe(late);
  });
});
