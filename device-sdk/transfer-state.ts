import type { DeviceSummary } from '../contracts/tokens.ts';

/** *Transfer tokens* on the old device. `recovery` is null until the server has answered. */
export interface StartedTransfer {
  tokens: string[];
  idempotencyKey: string;
  recovery: string | null;
}

/** What the message brought: scanned, or typed together with the user name. */
export type ActivatedBy = { recovery: string; secret: string } | { userName: string; code: string };

/** An activation on the new device, wherever it stands; closing the app loses none of it. */
export type Activation =
  | { at: 'asked'; by: ActivatedBy; model: string }
  | { at: 'recovery'; recovery: string; userName: string; device: DeviceSummary };
