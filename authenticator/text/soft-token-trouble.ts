import type { WeakPasscodeError } from '../../device-sdk/identity-errors.ts';
import {
  MistypedSoftTokenError,
  NoSoftTokenCodeError,
  RegistrationUnderWayError,
  SoftTokenErasedError,
  SoftTokenHeldError,
  WrongPinError,
} from '../../device-sdk/soft-token-errors.ts';
import type { Trouble } from './words-of-trouble.ts';

/** A passcode that protects too little, where it is called a PIN. */
export class WeakPinError extends Error {
  constructor(readonly flaw: WeakPasscodeError['flaw']) {
    super(`the PIN is ${flaw}`);
  }
}

const weaknesses = {
  'too-short': 'Choose six digits or letters at least.',
  'too-long': 'Choose 64 digits or letters at most.',
  'too-simple': 'Digits in a row are what a thief tries first. Choose others.',
} as const satisfies Record<WeakPasscodeError['flaw'], string>;

const mistyped = {
  code: {
    title: 'The activation code has a typing error.',
    detail: 'Compare it group by group with the one that the portal shows. Nothing is lost.',
  },
  serial: {
    title: 'That serial number does not belong to this activation code.',
    detail: 'The code is typed well: compare the serial number, or look whether the portal shows a new one by now.',
  },
} as const satisfies Record<MistypedSoftTokenError['what'], Trouble>;

const makeAnew = 'Make it anew: in the portal choose I have misplaced my token.';

/** What went wrong with a soft token; `undefined` for anything else. */
export function softTokenTroubleOf(error: unknown): Trouble | undefined {
  if (error instanceof MistypedSoftTokenError) return mistyped[error.what];
  if (error instanceof WeakPinError) return { title: 'That PIN protects too little.', detail: weaknesses[error.flaw] };
  if (error instanceof WrongPinError) return wrongPin(error.triesLeft);
  if (error instanceof SoftTokenErasedError)
    return { title: 'This soft token was erased after too many wrong PINs.', detail: makeAnew };
  if (error instanceof SoftTokenHeldError)
    return {
      title: 'That soft token is on this device already.',
      detail: 'Enter its PIN to see its codes. To make it anew, let the portal show a new serial number.',
    };
  if (error instanceof RegistrationUnderWayError)
    return {
      title: 'Another soft token waits for its registration.',
      detail: `Finish or discard the one with the serial number ${error.serial} first.`,
    };
  if (error instanceof NoSoftTokenCodeError)
    return {
      title: 'That is not the QR code of a soft token.',
      detail: 'Scan the one that the portal shows beside the new serial number.',
    };
  return undefined;
}

function wrongPin(triesLeft: number): Trouble {
  if (triesLeft === 0)
    return { title: 'Too many wrong PINs.', detail: `The soft token was erased on this device. ${makeAnew}` };
  const left = triesLeft === 1 ? 'One try is left' : `${String(triesLeft)} tries are left`;
  return { title: 'That PIN is wrong.', detail: `${left}; then the soft token is erased on this device.` };
}
