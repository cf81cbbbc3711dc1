import { refusals } from '../domain/refusals.ts';

/** Nothing was asked of the server. After the last try the key is erased, and only a restore brings the identity back. */
export class WrongPasscodeError extends Error {
  constructor(readonly triesLeft: number) {
    super(triesLeft === 0 ? 'wrong passcode; the key was erased' : `wrong passcode; ${String(triesLeft)} tries left`);
  }
}

export class WeakPasscodeError extends Error {
  constructor(readonly flaw: 'too-short' | 'too-long' | 'too-simple') {
    super(`the passcode is ${flaw}`);
  }
}

/** This device has no key of the identity: it never had one, it was unpaired, or the key was erased. */
export class NoIdentityKeyError extends Error {}

/** A typing error in a restore code, told without asking the server: it has cost no attempt. */
export class MistypedRestoreCodeError extends Error {
  constructor() {
    super(refusals['restore-code-mistyped'].title);
  }
}

/** The scanned text is no pairing code. */
export class NoPairingCodeError extends Error {}
