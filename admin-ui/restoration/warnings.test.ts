import { describe, expect, it } from 'vitest';
import { defaultRestoration } from '../../domain/restoration.ts';
import { warningsOf } from './warnings.ts';

describe('what an administrator is warned of', () => {
  it('is nothing where nothing changes, or where it only gets safer', () => {
    expect(warningsOf(defaultRestoration, defaultRestoration)).toEqual([]);
    const relaxed = { ...defaultRestoration, needsSecondPerson: false, isOn: false };
    expect(warningsOf(relaxed, { ...relaxed, needsSecondPerson: true, isOn: true })).toEqual([]);
  });

  it('is what becomes of running restores when it is switched off', () => {
    const [ending = ''] = warningsOf(defaultRestoration, { ...defaultRestoration, isOn: false });
    const [frozen = ''] = warningsOf(defaultRestoration, {
      ...defaultRestoration,
      isOn: false,
      runningWhenOff: 'freeze',
    });
    expect(ending).toContain('end at once');
    expect(frozen).toContain('stand still');
  });

  it.each([
    [{ codeStorage: 'hashed' }, 'those issued before become unreadable as well'],
    [{ needsSecondPerson: false }, 'A single supervisor'],
    [{ maxDevices: 1 }, 'stays there'],
  ] as const)('%o', (change, words) => {
    expect(warningsOf(defaultRestoration, { ...defaultRestoration, ...change })).toEqual([
      expect.stringContaining(words),
    ]);
  });
});
