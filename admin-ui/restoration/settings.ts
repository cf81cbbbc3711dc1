import type { z } from 'zod';
import type { ChangeRestorationPolicy, RestorationPolicy } from '../../contracts/restoration.ts';
import { mostDevices } from '../../domain/restoration.ts';
import { onOff, type Part } from '../display/settings.ts';

export type Settings = Omit<z.output<typeof ChangeRestorationPolicy>, 'reason'>;
type SettingName = keyof Settings;

const devices = (count: number) => ({ value: count, words: count === 1 ? '1 device' : `${String(count)} devices` });

/** What the administrator decides, in the words of whoever has to decide it. */
export const parts: Part<SettingName>[] = [
  {
    title: 'Restoring',
    settings: [
      {
        name: 'isOn',
        title: 'Identities can be restored',
        about:
          'People bring their ID back on a new device, or use it on another one as well. Off: nobody can, and nobody can activate the restore function.',
        options: onOff,
      },
      {
        name: 'runningWhenOff',
        title: 'Running restores, when it is switched off',
        about: 'What becomes of restores and duplications that are under way at that moment.',
        options: [
          { value: 'end', words: 'End at once' },
          { value: 'freeze', words: 'Stand still' },
        ],
      },
      {
        name: 'isEnforcedAtCreation',
        title: 'A restore code has to be stored from the start',
        about: 'Whoever creates an ID stores its restore code before anything else, and cannot put it off.',
        options: onOff,
      },
    ],
  },
  {
    title: 'Several devices',
    settings: [
      {
        name: 'maxDevices',
        title: 'An ID may be on',
        about: 'On how many devices an ID may be at once. On one alone nobody can duplicate it.',
        options: Array.from({ length: mostDevices }, (_, index) => devices(index + 1)),
      },
      {
        name: 'unpairsUponDuplication',
        title: 'Duplicating unpairs the first device',
        about: 'When an ID comes to another device, it stops working on those that had it.',
        options: onOff,
      },
    ],
  },
  {
    title: 'Restore codes',
    settings: [
      {
        name: 'codeStorage',
        title: 'Codes are kept',
        about:
          'Readable: a supervisor can hand a caller the code they have lost. Unreadable: nobody can read one back; a caller gets a new one, and the lost one is void.',
        options: [
          { value: 'sealed', words: 'Readable (sealed)' },
          { value: 'hashed', words: 'Unreadable (hashed)' },
        ],
      },
      {
        name: 'needsSecondPerson',
        title: 'Handing out a code needs two people',
        about: 'One supervisor asks to see or send the code of a caller, another one approves.',
        options: onOff,
      },
    ],
  },
];

export function settingsOf(policy: RestorationPolicy): Settings {
  const { version: _version, changedAt: _at, changedBy: _by, ...rest } = policy;
  return rest;
}
