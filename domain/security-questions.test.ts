import { describe, expect, test } from 'vitest';
import { answerDigest, faultsOf, normalAnswer, questionIds, securityQuestions } from './security-questions.ts';

describe('Q-03 normalised answers', () => {
  test.each([
    ['Grünwald', 'grünwald'],
    ['GRÜNWALD', 'grünwald'],
    ['  Grünwald\t', 'grünwald'],
    ['Gru\u0308nwald', 'grünwald'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['straSSe', 'strasse'],
    ['José', 'josé'],
    ['Jose\u0301', 'josé'],
    ['İstanbul', 'istanbul'],
    ['ISTANBUL', 'istanbul'],
    ['ıstanbul', 'istanbul'],
    ['i\u0307stanbul', 'istanbul'],
    ['istanbul', 'istanbul'],
    ['Diyarbakır', 'diyarbakir'],
    ['DİYARBAKIR', 'diyarbakir'],
    ['Cudillero, Asturias', 'cudillero asturias'],
    ['Cudillero  Asturias', 'cudillero asturias'],
    ['Cudillero\u00a0Asturias', 'cudillero asturias'],
    ['Cudillero\u2009Asturias', 'cudillero asturias'],
    ['Cudillero\nAsturias', 'cudillero asturias'],
    ['Cudillero.Asturias.', 'cudillero asturias'],
    ['“Cudillero”', 'cudillero'],
    ["O'Neill", 'o neill'],
    ['O’Neill', 'o neill'],
    ['O Neill', 'o neill'],
    ['Saint-Denis', 'saint denis'],
    ['Saint‑Denis', 'saint denis'],
    ['Saint–Denis', 'saint denis'],
    ['ﬁsh', 'fish'],
    ['Ⅷ. Bezirk', 'viii bezirk'],
    ['１２３', '123'],
    ['ＡＢＣ', 'abc'],
    ['x²y', 'x2y'],
    ['½ pound', '1⁄2 pound'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφοσ'],
    ['σίσυφος', 'σίσυφοσ'],
    ['Ёлка', 'ёлка'],
    ['Е\u0308лка', 'ёлка'],
    ['ЩУКА', 'щука'],
    ['שלום', 'שלום'],
    ['\u200fשלום\u200e', 'שלום'],
    ['東京タワー', '東京タワー'],
    ['ﾄｳｷｮｳ', 'トウキョウ'],
    ['가나다', '가나다'],
    ['\u1100\u1161나다', '가나다'],
    ['zero\u200bwidth', 'zerowidth'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['\ufeffbom', 'bom'],
    ['👩‍🚀 Ana', '👩🚀 ana'],
    ['🐕🐕🐕', '🐕🐕🐕'],
    ['(Ana)', 'ana'],
    ['Ana & Bo', 'ana bo'],
    ['#ana', 'ana'],
    ['ana…', 'ana'],
    ['ana_bo', 'ana bo'],
    ['ana/bo', 'ana bo'],
    ['12.05.1976', '12 05 1976'],
    ['a  b  c', 'a b c'],
  ])('%j is %j', (typed, normal) => {
    expect(normalAnswer(typed)).toBe(normal);
    expect(normalAnswer(normal)).toBe(normal);
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \t\u00a0 '],
    ['punctuation', '...!?'],
    ['two letters', 'ab'],
    ['two letters and a mark that is not shown', 'a\u200bb'],
    ['129 code points', 'a'.repeat(129)],
    ['a flood', 'ab'.repeat(100_000)],
  ])('%s is no answer', (_, typed) => {
    expect(normalAnswer(typed)).toBeUndefined();
  });

  test('128 code points are one, also where each takes two units', () => {
    expect(normalAnswer('🐕'.repeat(128))).toBe('🐕'.repeat(128));
  });
});

describe('Q-04 answers that would not protect', () => {
  const known = ['ana.lima', 'Ana Lima', 'ana.lima@example.org'];
  const isCommon = (answer: string) => answer === 'password';
  const faults = (...given: string[]) =>
    Object.fromEntries(
      faultsOf(
        given.map((answer, index) => ({ question: questionIds[index] ?? 'first-teacher', answer })),
        known,
        isCommon,
      ),
    );

  test('are named by their question, and good ones are not', () => {
    expect(faults('Grünwald', 'Zampano', 'Depeche Mode')).toEqual({});
    expect(faults('Lima')).toEqual({ 'first-teacher': 'guessable' });
    expect(faults('ANA LIMA')).toEqual({ 'first-teacher': 'guessable' });
    expect(faults('example')).toEqual({ 'first-teacher': 'guessable' });
    expect(faults('Password!')).toEqual({ 'first-teacher': 'guessable' });
    expect(faults('first teacher')).toEqual({ 'first-teacher': 'guessable' });
    expect(faults('xy')).toEqual({ 'first-teacher': 'too-short-or-long' });
    expect(faults('Grünwald', 'GRÜNWALD')).toEqual({ 'childhood-friend': 'same-as-another' });
  });
});

test('Q-04 equal answers have unequal digests for another question, account or key', () => {
  const key = new Uint8Array(32).fill(1);
  const digests = [
    answerDigest(key, 'acc_1', 'first-teacher', 'grünwald'),
    answerDigest(key, 'acc_1', 'neighbour', 'grünwald'),
    answerDigest(key, 'acc_2', 'first-teacher', 'grünwald'),
    answerDigest(new Uint8Array(32).fill(2), 'acc_1', 'first-teacher', 'grünwald'),
  ];
  expect(new Set(digests).size).toBe(4);
});

test('there are at least five questions to choose from, each its own', () => {
  expect(questionIds.length).toBeGreaterThanOrEqual(5);
  expect(new Set(Object.values(securityQuestions)).size).toBe(questionIds.length);
});
