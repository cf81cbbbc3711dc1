import { describe, expect, it } from 'vitest';
import { absolute, relative } from './relative.ts';

const now = Date.parse('2026-11-22T09:30:00.000Z');
const seconds = (count: number) => now + count * 1000;

describe('relative time', () => {
  it.each([
    [0, 'now'],
    [-4, 'now'],
    [-45, '45 s ago'],
    [-12 * 60, '12 min ago'],
    [59 * 60 + 59, 'in 59 min'],
    [3 * 3600 + 5 * 60, 'in 3 h 5 min'],
    [24 * 3600, 'in 1 d'],
    [71.5 * 3600, 'in 2 d 23 h'],
    [-100 * 60, '1 h ago'],
    [-17.9 * 86_400, '17 d ago'],
  ])('%d s from now reads "%s"', (away, words) => {
    expect(relative(seconds(away), now)).toBe(words);
  });
});

it('tells the zone with every absolute time', () => {
  expect(absolute(now)).toMatch(/2026.*GMT.*\(.+\)$/);
});
