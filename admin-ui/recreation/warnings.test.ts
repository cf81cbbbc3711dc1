import { describe, expect, it } from 'vitest';
import { defaultRecreation } from '../../domain/recreation.ts';
import { parts, settingsOf } from './settings.ts';
import { questionsAlone, restsOnQuestions, warningsOf } from './warnings.ts';

const off = { ...defaultRecreation, isOn: false };
const byQuestions = { ...defaultRecreation, asksMailCode: false };

describe('what an administrator is warned of', () => {
  it('is nothing where nothing changes, or where it only gets safer', () => {
    expect(warningsOf(byQuestions, byQuestions)).toEqual([]);
    expect(warningsOf(byQuestions, defaultRecreation)).toEqual([]);
    expect(warningsOf(off, { ...defaultRecreation, startOvers: 5 })).toEqual([]);
  });

  it.each([
    [off, 'stays locked out'],
    [byQuestions, 'Questions alone prove nobody'],
    [{ ...defaultRecreation, startOvers: 0 }, 'Done too early'],
  ])('%o', (after, words) => {
    expect(warningsOf(defaultRecreation, after)).toEqual([expect.stringContaining(words)]);
  });

  it('is of questions alone as soon as people are let in by them, and not before', () => {
    const prepared = { ...byQuestions, isOn: false };
    expect(warningsOf(off, prepared)).toEqual([]);
    expect(warningsOf(prepared, byQuestions)).toEqual([`${questionsAlone.title} ${questionsAlone.why}`]);
    expect([defaultRecreation, prepared, byQuestions].map(restsOnQuestions)).toEqual([false, false, true]);
  });

  it('names what it goes against', () => {
    expect(questionsAlone.why).toContain('OWASP ASVS 5.0, 6.4.2');
    expect(questionsAlone.why).toMatch(/NIST SP 800.63B.4/);
  });
});

describe('the settings of recreations', () => {
  it('are every setting that the API takes, and nothing that it only tells', () => {
    expect(settingsOf({ ...defaultRecreation, version: 3, changedAt: null, changedBy: null })).toEqual(
      defaultRecreation,
    );
    const named = parts.flatMap(({ settings }) => settings.map(({ name }) => name));
    expect(named.toSorted()).toEqual(Object.keys(defaultRecreation).toSorted());
  });

  it('have a word for each value that the API takes', () => {
    const startOvers = parts.flatMap(({ settings }) => settings).find(({ name }) => name === 'startOvers');
    expect(startOvers?.options.map(({ words }) => words)).toEqual([
      'Never',
      'Once',
      'Twice',
      '3 times',
      '4 times',
      '5 times',
    ]);
  });
});
