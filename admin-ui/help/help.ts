import type { z } from 'zod';
import { HelpForCaller, type CallerCheck } from '../../contracts/restoration.ts';

/** What the form of a deed for a caller holds. */
export interface HelpForm {
  how: CallerCheck['how'] | '';
  note: string;
  reason: string;
}

export type Help = z.output<typeof HelpForCaller>;

export const blankHelp: HelpForm = { how: '', note: '', reason: '' };

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
