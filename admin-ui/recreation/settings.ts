import type { z } from 'zod';
import type { ChangeRecreationPolicy, RecreationPolicy } from '../../contracts/recreation.ts';
import { mostStartOvers } from '../../domain/recreation.ts';
import { onOff, type Part } from '../display/settings.ts';

export type Settings = Omit<z.output<typeof ChangeRecreationPolicy>, 'reason'>;

const often = ['Never', 'Once', 'Twice'];
const times = (count: number) => ({ value: count, words: often[count] ?? `${String(count)} times` });

/** What the administrator decides, in the words of whoever has to decide it. */
export const parts: Part<keyof Settings>[] = [
  {
    title: 'Making a token anew',
    settings: [
      {
        name: 'isOn',
        title: 'Tokens can be recreated',
        about:
          'Whoever has misplaced a token makes it anew by themselves, in the portal and in an app that needs no network. Off: the portal sends them to support.',
        options: onOff,
      },
      {
        name: 'startOvers',
        title: 'Starting over',
        about:
          'How often somebody gets a new serial number and activation code within one recreation: after a Done too early, or when the former code ran out.',
        options: Array.from({ length: mostStartOvers + 1 }, (_, count) => times(count)),
      },
    ],
  },
  {
    title: 'Proving whose it is',
    settings: [
      {
        name: 'asksMailCode',
        title: 'A mailed code before the questions',
        about:
          'The security questions are asked only after a code from the address on file. Off: password and answers are enough.',
        options: onOff,
      },
    ],
  },
];

export function settingsOf(policy: RecreationPolicy): Settings {
  const { version: _version, changedAt: _at, changedBy: _by, ...rest } = policy;
  return rest;
}
