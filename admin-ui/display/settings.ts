export type SettingValue = boolean | number | string;

/** One setting of a policy, in the words of whoever has to decide it. */
export interface Setting<Name extends string = string> {
  name: Name;
  title: string;
  about: string;
  options: { value: SettingValue; words: string }[];
}

export interface Part<Name extends string = string> {
  title: string;
  settings: Setting<Name>[];
}

export const onOff = [
  { value: true, words: 'On' },
  { value: false, words: 'Off' },
];

/** How a setting stands. */
export function wordsOf({ options }: Setting, value: SettingValue): string {
  return options.find((option) => option.value === value)?.words ?? String(value);
}

export interface Difference {
  title: string;
  before: string;
  after: string;
}

/** What a change makes different, in the order of the page. */
export function differences<Name extends string>(
  parts: Part<Name>[],
  before: Record<Name, SettingValue>,
  after: Record<Name, SettingValue>,
): Difference[] {
  return changedOf(parts, before, after).map((setting) => ({
    title: setting.title,
    before: wordsOf(setting, before[setting.name]),
    after: wordsOf(setting, after[setting.name]),
  }));
}

export function changedOf<Name extends string>(
  parts: Part<Name>[],
  before: Record<Name, SettingValue>,
  after: Record<Name, SettingValue>,
): Setting<Name>[] {
  return parts.flatMap(({ settings }) => settings).filter(({ name }) => before[name] !== after[name]);
}
