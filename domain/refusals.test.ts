import { describe, expect, test } from 'vitest';
import { isRefusal, isRefusalCode, refusal, refusals, type RefusalCode } from './refusals.ts';

const codes = Object.keys(refusals) as RefusalCode[];

describe.each(codes)('%s', (code) => {
  test('says in two sentences what happened and what to do', () => {
    const { title, advice } = refusals[code];
    for (const sentence of [title, advice]) {
      expect(sentence.length).toBeLessThan(120);
      expect(sentence).toMatch(/^[A-Z].*[.]$/);
    }
  });

  test('is spelled for addresses', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(isRefusalCode(code)).toBe(true);
  });
});

test('words of the language are no refusal codes', () => {
  expect(['toString', 'constructor', '__proto__', 'ok', ''].some(isRefusalCode)).toBe(false);
});

test('a refusal is told from any other answer', () => {
  expect(isRefusal(refusal('wrong-code', { attemptsLeft: 4 }))).toBe(true);
  expect([null, undefined, 'refused', { state: 'refused' }].some(isRefusal)).toBe(false);
});
