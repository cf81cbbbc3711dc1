import { MistypedActivationCodeError, NoActivationCodeError } from '../../device-sdk/activation-errors.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Trouble } from './words-of-trouble.ts';

/** The server takes this activation no more: used, cancelled, run out, or of another account. */
export class SpentActivationError extends Error {}

/** What went wrong with an activation; `undefined` for anything else. */
export function transferTroubleOf(error: unknown): Trouble | undefined {
  if (error instanceof SpentActivationError)
    return {
      title: 'This activation is not valid.',
      detail:
        'Each works once, on one device, until the time in the message. Check the user name, or start the transfer again on your old device.',
    };
  if (error instanceof MistypedActivationCodeError) {
    const { title, advice } = refusals['activation-mistyped'];
    return { title, detail: advice };
  }
  if (error instanceof NoActivationCodeError)
    return {
      title: 'That is not an activation code.',
      detail: 'Scan the QR code of the message that we mailed you when you chose Transfer tokens.',
    };
  return undefined;
}
