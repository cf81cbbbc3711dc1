import { describe, expect, it } from 'vitest';
import { changedOf, differences, onOff, type Part } from './settings.ts';

const parts: Part<'isOn' | 'count'>[] = [
  { title: 'First', settings: [{ name: 'isOn', title: 'Works', about: '', options: onOff }] },
  {
    title: 'Second',
    settings: [{ name: 'count', title: 'How often', about: '', options: [{ value: 0, words: 'Never' }] }],
  },
];

describe('what a change of a policy makes different', () => {
  it('is nothing where nothing was changed', () => {
    expect(differences(parts, { isOn: true, count: 0 }, { isOn: true, count: 0 })).toEqual([]);
  });

  it('is told in words, in the order of the page', () => {
    const [before, after] = [
      { isOn: true, count: 0 },
      { isOn: false, count: 2 },
    ];
    expect(changedOf(parts, before, after).map(({ name }) => name)).toEqual(['isOn', 'count']);
    expect(differences(parts, before, after)).toEqual([
      { title: 'Works', before: 'On', after: 'Off' },
      { title: 'How often', before: 'Never', after: '2' },
    ]);
  });
});
