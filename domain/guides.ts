import type { RecoveryKind, RecoveryWay } from './words.ts';

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
  restore: [
    { id: 'request', title: 'Choose Restore old ID, then enter your user name and your restore code' },
    { id: 'prove-ownership', title: 'Enter the second code that we mailed you' },
    { id: 'await-device', title: 'Choose a passcode' },
    { id: 'switch', title: 'The app makes a new key pair and your ID is ready to use' },
  ],
  'restore-by-qr': [
    { id: 'request', title: 'On your old device, verify your identity and choose Show QR code' },
    { id: 'scan', title: 'On your new device, choose Start QR code pairing and scan it' },
    { id: 'compare', title: 'On your old device, confirm that both show the same two digits' },
    { id: 'await-device', title: 'On your new device, choose a passcode' },
    { id: 'switch', title: 'The app makes a new key pair and your ID is ready to use' },
  ],
  duplication: [
    { id: 'request', title: 'Choose Use my ID here as well, then enter your user name and your restore code' },
    { id: 'prove-ownership', title: 'Enter the second code that we mailed you' },
    { id: 'await-device', title: 'Choose a passcode' },
    { id: 'switch', title: 'The app makes a key pair of its own and your ID works on both devices' },
  ],
  'duplication-by-qr': [
    { id: 'request', title: 'On your first device, verify your identity and choose Show QR code' },
    { id: 'scan', title: 'On your second device, choose Start QR code pairing and scan it' },
    { id: 'compare', title: 'On your first device, confirm that both show the same two digits' },
    { id: 'await-device', title: 'On your second device, choose a passcode' },
    { id: 'switch', title: 'The app makes a key pair of its own and your ID works on both devices' },
  ],
  transfer: [
    { id: 'request', title: 'On your old device, choose Info, then Transfer tokens; select them and acknowledge' },
    { id: 'activate', title: 'On your new device, scan the QR code of our message, or type its code' },
    { id: 'await-device', title: 'Tap Done: the new device proves itself' },
    { id: 'switch', title: 'The tokens move' },
  ],
  recreation: [
    { id: 'request', title: 'Choose I have misplaced my token, then sign in once more' },
    { id: 'prove-ownership', title: 'Enter the code that we mailed you' },
    { id: 'answer-questions', title: 'Answer your security questions, or contact support' },
    { id: 'choose-action', title: 'Choose what has happened, then Yes' },
    { id: 'register', title: 'Enter serial number and activation code in the app, and its registration code here' },
    { id: 'first-code', title: 'Enter the first code that the app shows' },
    { id: 'switch', title: 'Your new token is ready' },
  ],
  'recreation-by-questions': [
    { id: 'request', title: 'Choose I have misplaced my token, then sign in once more' },
    { id: 'answer-questions', title: 'Answer your security questions, or contact support' },
    { id: 'choose-action', title: 'Choose what has happened, then Yes' },
    { id: 'register', title: 'Enter serial number and activation code in the app, and its registration code here' },
    { id: 'first-code', title: 'Enter the first code that the app shows' },
    { id: 'switch', title: 'Your new token is ready' },
  ],
} as const satisfies Record<GuideId, readonly { id: string; title: string }[]>;

export type GuideId = RecoveryKind | 'restore-by-qr' | 'duplication-by-qr' | 'recreation-by-questions';

export type StepId = (typeof guides)[GuideId][number]['id'];
export const stepIds = [
  'invite',
  'request',
  'scan',
  'compare',
  'activate',
  'prove-ownership',
  'answer-questions',
  'choose-action',
  'register',
  'first-code',
  'await-device',
  'switch',
] as const satisfies StepId[];

/** The guide that a person holds: what can be proved in two ways has one for each. */
export function guideOf(kind: RecoveryKind, way: RecoveryWay | null): GuideId {
  if (way === 'questions') return 'recreation-by-questions';
  if (way !== 'qr') return kind;
  if (kind === 'restore') return 'restore-by-qr';
  if (kind === 'duplication') return 'duplication-by-qr';
  throw new Error(`there is no ${kind} by QR code`);
}

/** Each step of a flow with its standing, given the step the recovery is at. An unknown step is an error, never the first one. */
export function progress(guide: GuideId, current: StepId, isCompleted: boolean) {
  const steps = guides[guide];
  const at = steps.findIndex((step) => step.id === current);
  if (at < 0) throw new Error(`${guide} has no step ${current}`);
  return steps.map((step, index) => ({
    id: step.id,
    title: step.title,
    standing:
      isCompleted || index < at ? ('done' as const) : index === at ? ('current' as const) : ('to-come' as const),
  }));
}
