import {
  MistypedRestoreCodeError,
  NoIdentityKeyError,
  NoPairingCodeError,
  WeakPasscodeError,
  WrongPasscodeError,
} from '../../device-sdk/identity-errors.ts';
import { ServerCheckError, type ServerTrouble } from '../../device-sdk/servers.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Trouble } from './words-of-trouble.ts';

const weaknesses = {
  'too-short': 'Choose six digits or letters at least.',
  'too-long': 'Choose 64 digits or letters at most.',
  'too-simple': 'Digits in a row are what a thief tries first. Choose others.',
} as const satisfies Record<WeakPasscodeError['flaw'], string>;

const servers = {
  'not-an-address': {
    title: 'That is not a server address.',
    detail: 'It looks like latchkey.example.org. Ask your administrator if you do not know it.',
  },
  unreachable: {
    title: 'No Latchkey answers there.',
    detail:
      'Check the address and your connection. If both are right, the certificate of the server may be wrong: ask your administrator.',
  },
  'wrong-certificate': {
    title: 'The server cannot show that it is the right one.',
    detail: 'Its certificate is not valid for this address. Nothing was sent; tell your administrator.',
  },
  'not-latchkey': {
    title: 'There is no Latchkey for this app at that address.',
    detail: 'Another service answers there. Check the address with your administrator.',
  },
  'restoration-off': {
    title: 'That server does not restore identities.',
    detail: refusals['restoration-off'].advice,
  },
} as const satisfies Record<ServerTrouble, Trouble>;

/** What the app itself found wrong, without asking a server; `undefined` for anything else. */
export function identityTroubleOf(error: unknown): Trouble | undefined {
  if (error instanceof WrongPasscodeError) return wrongPasscode(error.triesLeft);
  if (error instanceof WeakPasscodeError)
    return { title: 'That passcode protects too little.', detail: weaknesses[error.flaw] };
  if (error instanceof NoIdentityKeyError)
    return { title: 'Your ID is not on this device.', detail: 'Restore it, or pair this device by QR code.' };
  if (error instanceof MistypedRestoreCodeError) {
    const { title, advice } = refusals['restore-code-mistyped'];
    return { title, detail: advice };
  }
  if (error instanceof NoPairingCodeError)
    return {
      title: 'That is not a pairing code.',
      detail: 'On the device that has your ID, open Restoration settings and choose Show QR code.',
    };
  return error instanceof ServerCheckError ? servers[error.trouble] : undefined;
}

function wrongPasscode(triesLeft: number): Trouble {
  if (triesLeft === 0)
    return {
      title: 'Too many wrong passcodes.',
      detail: 'The key of your ID was erased on this device. Restore your ID to use it here again.',
    };
  const left = triesLeft === 1 ? 'One try is left' : `${String(triesLeft)} tries are left`;
  return { title: 'That passcode is wrong.', detail: `${left}; then the key of your ID is erased on this device.` };
}
