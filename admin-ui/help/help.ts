import type { z } from 'zod';
import { CallerCheck, HelpForCaller } from '../../contracts/restoration.ts';

/** How a caller was verified, as it stands in a form. */
export interface CheckForm {
  how: CallerCheck['how'] | '';
  note: string;
}

/** What the form of a deed for a caller holds. */
export interface HelpForm extends CheckForm {
  reason: string;
}

export type Help = z.output<typeof HelpForCaller>;

export const blankCheck: CheckForm = { how: '', note: '' };
export const blankHelp: HelpForm = { ...blankCheck, reason: '' };

/** Read by whoever verified, and by whoever judges it later. */
export const howWords: Record<CallerCheck['how'], string> = {
  'call-back': 'Call-back on the number on file',
  'in-person': 'In person, face to face',
  'manager-vouched': 'Their manager vouched for them',
};

/** The facts that a filled form means, or `undefined` while something is missing. */
export function helpFrom({ how, note, reason }: HelpForm): Help | undefined {
  const facts = HelpForCaller.safeParse({ callerCheck: { how, note }, reason });
  return facts.success ? facts.data : undefined;
}

export function checkFrom(form: CheckForm): CallerCheck | undefined {
  const facts = CallerCheck.safeParse(form);
  return facts.success ? facts.data : undefined;
}
