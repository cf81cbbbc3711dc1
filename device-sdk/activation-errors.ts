import { refusals } from '../domain/refusals.ts';

/** A typing error in an activation code, told without asking the server. */
export class MistypedActivationCodeError extends Error {
  constructor() {
    super(refusals['activation-mistyped'].title);
  }
}

/** The scanned text is no activation. */
export class NoActivationCodeError extends Error {}
