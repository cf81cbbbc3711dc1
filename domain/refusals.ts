/**
 * Every no that Latchkey can say. `title` tells what happened, `advice` what to do next; neither names anything secret.
 * HTTP statuses stand in api/problem.ts.
 */
export const refusals = {
  'invalid-request': {
    title: 'The request is not well formed.',
    advice: 'Correct it and send it again.',
  },
  'body-too-large': { title: 'The request is too large.', advice: 'Send at most 64 KiB.' },
  'unsupported-media-type': { title: 'The body must be JSON.', advice: 'Send it with Content-Type: application/json.' },
  'cross-site': {
    title: 'The request did not come from our own pages.',
    advice: 'Use the page itself, or send the header Latchkey-Request: 1.',
  },
  unauthenticated: { title: 'You are not signed in.', advice: 'Sign in and try again.' },
  'sign-in-failed': {
    title: 'E-mail address or password is not right.',
    advice: 'Try again, or choose "Forgot password?".',
  },
  'second-factor-required': {
    title: 'Your role needs a second factor.',
    advice: 'Set up an authenticator under Security, then try again.',
  },
  forbidden: { title: 'You may not do this.', advice: 'Ask somebody whose role allows it.' },
  'not-found': { title: 'There is nothing here by that name.', advice: 'Check the address, or go back to the list.' },
  'rate-limited': { title: 'That was too often.', advice: 'Wait a little, then try again.' },
  'wrong-code': {
    title: 'That code is not right, or no longer valid.',
    advice: 'Check the newest message and enter its code, or ask for a new one.',
  },
  'attempts-exhausted': {
    title: 'Too many wrong codes.',
    advice: 'This recovery is closed and nothing has changed. Start again, or contact support.',
  },
  'cooling-off': {
    title: 'Too many wrong codes in a row on this account.',
    advice: 'Wait a little, then ask for a new code.',
  },
  'resend-too-soon': {
    title: 'A code was mailed a moment ago.',
    advice: 'Look in your mailbox and its spam folder; a new one can be sent in a moment.',
  },
  'no-resends-left': {
    title: 'No further code can be mailed for this recovery.',
    advice: 'Use the newest code, or cancel and start again.',
  },
  'token-reserved': {
    title: 'This token is already in a recovery.',
    advice: 'Continue or cancel the one that is open.',
  },
  'token-not-ready': {
    title: 'The token is not in a state that allows this.',
    advice: 'Look at its state in the list.',
  },
  'no-tokens': { title: 'There are no tokens to bring back.', advice: 'If you expected some, contact support.' },
  'wrong-step': {
    title: 'This is not possible at the step the recovery is at.',
    advice: 'Reload the page to see where it stands.',
  },
  'already-finished': { title: 'This recovery has already ended.', advice: 'Reload the page to see how.' },
  'certificate-connected': { title: 'A certificate depends on this token.', advice: 'Migrate or disable it instead.' },
  'already-exists': { title: 'This exists already.', advice: 'Use the existing one, or choose another name.' },
  'not-possible': { title: 'This is not possible for this recovery now.', advice: 'Choose another action.' },
  'device-unknown': { title: 'This app is not signed in.', advice: 'Sign in again in the app.' },
  'device-key-taken': {
    title: 'This app is signed in to another account.',
    advice: 'Remove that account from the app first.',
  },
  'proof-invalid': {
    title: 'The proof of this device is missing, stale, used before or not right.',
    advice: 'Check the clock of the device and try again.',
  },
  'restore-code-mistyped': {
    title: 'That is no restore code: a symbol is missing or mistyped.',
    advice: 'Compare it with your note, group by group. This has not cost an attempt.',
  },
  'wrong-restore-code': {
    title: 'User name and restore code do not belong together, or cannot be used now.',
    advice: 'Check both. After too many wrong codes only waiting, QR code pairing or support helps.',
  },
  'transfer-off': {
    title: 'Transferring tokens is switched off here.',
    advice: 'Ask your administrator to switch on the transfer policy.',
  },
  'transfer-offline': {
    title: 'Tokens are provisioned offline here, and a transfer needs it online.',
    advice: 'Ask your administrator to set the provisioning mode to online.',
  },
  'mobile-api-off': {
    title: 'The mobile API is switched off here.',
    advice: 'Ask your administrator to enable it on its listener.',
  },
  'no-public-address': {
    title: 'No public address of the mobile API is set.',
    advice: 'Ask your administrator to set its public FQDN or IP address and port.',
  },
  'service-not-transferable': {
    title: 'Tokens of this service may not be transferred.',
    advice: 'Leave them out, or ask your administrator.',
  },
  'public-address-wrong': {
    title: 'That address does not answer as the mobile API of this Latchkey.',
    advice: 'Check host, port, port forwarding and certificate, then save again.',
  },
  'activation-mistyped': {
    title: 'That is no activation code: a symbol is missing or mistyped.',
    advice: 'Compare it with the message, group by group. This has not cost an attempt.',
  },
  'recreation-off': {
    title: 'Making a token anew yourself is switched off here.',
    advice: 'Contact support.',
  },
  'second-factor-needed': {
    title: 'This needs the code of your token.',
    advice: 'Enter it under Manage my account, or choose "I have misplaced my token".',
  },
  'wrong-token-code': {
    title: 'That is not the code that the token shows now.',
    advice: 'Wait for the next one and enter it as it appears.',
  },
  'answers-refused': {
    title: 'Some of these answers would not protect you.',
    advice: 'Change those that are named: longer, less guessable, each its own.',
  },
  'wrong-answers': {
    title: 'These answers are not right.',
    advice: 'Not which of them is told. Try again, or contact support.',
  },
  'no-questions': {
    title: 'There are no questions to answer any more.',
    advice: 'Contact support; they make sure who you are in another way.',
  },
  'other-browser': {
    title: 'This recovery goes on in another browser.',
    advice: 'Go on there, or have a code mailed to go on here.',
  },
  'registration-mistyped': {
    title: 'That is no registration code: a symbol is missing or mistyped.',
    advice: 'Compare it with the app, group by group. This has not cost an attempt.',
  },
  'wrong-registration': {
    title: 'That registration code does not come from this activation.',
    advice: 'Check that the app was given the serial number and activation code of this page.',
  },
  'activation-over': {
    title: 'This activation code is no longer valid.',
    advice: 'Choose Start over for a new serial number and code.',
  },
  'no-start-overs-left': {
    title: 'You cannot start over any more in this recovery.',
    advice: 'Go on with the present codes, or cancel and begin again.',
  },
  'last-group-wrong': {
    title: 'That is not the last group of the code that was shown.',
    advice: 'Look at your note, or have a new code shown.',
  },
  'restoration-off': {
    title: 'Restoring identities is switched off here.',
    advice: 'Ask your administrator.',
  },
  'restoration-inactive': {
    title: 'The restore function is not active for this identity.',
    advice: 'Activate it first under Restoration settings.',
  },
  'too-many-devices': {
    title: 'This identity is on as many devices as allowed.',
    advice: 'Unpair a device first, under Devices.',
  },
  'last-device': {
    title: 'This is the last device of this identity.',
    advice: 'Unpaired, it comes back only by a restore. Confirm that you want this.',
  },
  'identity-exists': {
    title: 'This account has an identity already.',
    advice: 'Restore it, or pair this device by QR code.',
  },
  'wrong-number': {
    title: 'That is not the number that the service shows.',
    advice: 'The sign-in was refused. If you did not start it, change your password there.',
  },
  'verification-failed': {
    title: 'Your identity could not be verified.',
    advice: 'Try again, and be sure that it is you who asks.',
  },
  'step-up-required': {
    title: 'This needs your password once more.',
    advice: 'Confirm that it is you, then try again.',
  },
  'approval-required': {
    title: 'This needs the approval of a second person.',
    advice: 'Ask for approval; another supervisor decides.',
  },
  'approval-not-valid': {
    title: 'That approval is not valid for this.',
    advice: 'It may be used, late, or for something else. Ask for a new one.',
  },
  'caller-verified-too-long-ago': {
    title: 'The caller was verified too long ago.',
    advice: 'Have the caller verified again, and decide on that.',
  },
  'own-approval': { title: 'Nobody approves what they asked for themselves.', advice: 'Ask another supervisor.' },
  'not-yourself': {
    title: 'Nobody disables themselves: one administrator always stays.',
    advice: 'Ask another administrator.',
  },
  'link-spent': { title: 'This link or code is no longer valid.', advice: 'Ask for a new one, or contact support.' },
  'key-mismatch': {
    title: 'This Idempotency-Key was used for another request.',
    advice: 'Use a new key for a new request.',
  },
  'outcome-pending': {
    title: 'The answer did not come in time.',
    advice: 'Nothing is lost: send the same request again to learn the outcome.',
  },
  unavailable: { title: 'Part of the service is not reachable just now.', advice: 'Try again in a few seconds.' },
  internal: {
    title: 'Something broke on our side.',
    advice: 'Try again; if it persists, tell support the request id.',
  },
} as const satisfies Record<string, { title: string; advice: string }>;

export type RefusalCode = keyof typeof refusals;

/** What a refusal may tell besides its code: counts, times (ms since epoch) and ids only. */
export interface RefusalFacts {
  attemptsLeft?: number;
  retryAt?: number;
  recoveryId?: string;
}

export interface Refusal {
  refused: RefusalCode;
  facts: RefusalFacts;
}

export function refusal(refused: RefusalCode, facts: RefusalFacts = {}): Refusal {
  return { refused, facts };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}
