/** A typing error, told before anything is made. `serial`: the activation code is sound, but it belongs to another serial number. */
export class MistypedSoftTokenError extends Error {
  constructor(readonly what: 'serial' | 'code') {
    super(what === 'code' ? 'the activation code is mistyped' : 'the serial number is mistyped');
  }
}

/** The scanned text is not what the portal shows for a soft token. */
export class NoSoftTokenCodeError extends Error {}

/** The serial number is on this device already: its seed is not replaced behind its owner's back. */
export class SoftTokenHeldError extends Error {}

/** Another soft token's registration code is shown; `done` or `discard` it first. */
export class RegistrationUnderWayError extends Error {
  constructor(readonly serial: string) {
    super(`the soft token ${serial} is being registered`);
  }
}

/** After the last try the seed is erased, and only another recreation makes a soft token again. */
export class WrongPinError extends Error {
  constructor(readonly triesLeft: number) {
    super(triesLeft === 0 ? 'wrong PIN; the seed was erased' : `wrong PIN; ${String(triesLeft)} tries left`);
  }
}

/** Its PIN was not entered since the app was opened. */
export class SoftTokenLockedError extends Error {}

/** Too many wrong PINs have erased the seed. */
export class SoftTokenErasedError extends Error {}
