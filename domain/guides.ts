import type { RecoveryKind } from './words.ts';

/**
 * The steps of each flow, in the order a person lives them. `docs/guides/<flow>.md` has the same headings, the workflow enters
 * each step by its id, and the portal's progress and the console's timeline print from here.
 */
export const guides = {
  enrolment: [
    { id: 'invite', title: 'We mail you that a token is ready' },
    { id: 'await-device', title: 'Sign in to the app, tap +, then Done' },
    { id: 'switch', title: 'The device proves itself and the token is active' },
  ],
  migration: [
    { id: 'request', title: 'Choose MIGRATE and ask for a code by e-mail' },
    { id: 'prove-ownership', title: 'Enter the code and choose CONFIRM' },
    { id: 'await-device', title: 'Open the app on your new device, tap +, then Done' },
    { id: 'switch', title: 'The new device proves itself and the token moves' },
  ],
  reload: [
    { id: 'request', title: 'Sign in to the reinstalled app and choose OK' },
    { id: 'prove-ownership', title: 'Enter the code that we mailed you' },
    { id: 'await-device', title: 'The app takes your tokens back' },
    { id: 'switch', title: 'The device proves itself and its tokens work again' },
  ],
} as const satisfies Record<RecoveryKind, readonly { id: string; title: string }[]>;

export type StepId = (typeof guides)[RecoveryKind][number]['id'];
export const stepIds = ['invite', 'request', 'prove-ownership', 'await-device', 'switch'] as const satisfies StepId[];

/** Each step of a flow with its standing, given the step the recovery is at. An unknown step is an error, never the first one. */
export function progress(kind: RecoveryKind, current: StepId, isCompleted: boolean) {
  const steps = guides[kind];
  const at = steps.findIndex((step) => step.id === current);
  if (at < 0) throw new Error(`${kind} has no step ${current}`);
  return steps.map((step, index) => ({
    id: step.id,
    title: step.title,
    standing:
      isCompleted || index < at ? ('done' as const) : index === at ? ('current' as const) : ('to-come' as const),
  }));
}
