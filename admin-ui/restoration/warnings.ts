import type { Settings } from './settings.ts';

const whenOff = {
  end: 'Restores and duplications that are under way end at once; those identities stay as they were.',
  freeze: 'Restores and duplications that are under way stand still until it is on again, or until their time is over.',
} as const;

/** What the administrator should have read before this change takes effect. */
export function warningsOf(before: Settings, after: Settings): string[] {
  const became = <N extends keyof Settings>(name: N, value: Settings[N]) =>
    before[name] !== value && after[name] === value;
  return [
    became('isOn', false) && `Whoever loses a device stays locked out. ${whenOff[after.runningWhenOff]}`,
    became('isEnforcedAtCreation', true) &&
      'Whoever has an ID without a restore code is asked for it each time they open the app, until they store one.',
    after.maxDevices < before.maxDevices &&
      'An ID that is on more devices today stays there; it only comes to no further ones.',
    became('codeStorage', 'hashed') &&
      'Soon nobody will be able to read back a restore code, you included: those issued before become unreadable as well, for good. Whoever loses theirs can only be given a new one.',
    became('codeStorage', 'sealed') &&
      'Supervisors will be able to read restore codes. Those issued before stay unreadable.',
    became('needsSecondPerson', false) &&
      'A single supervisor can then see or send anybody’s restore code. Its owner is still told each time.',
  ].filter((warning) => warning !== false);
}
