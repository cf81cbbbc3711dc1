import { createContext, useContext } from 'react';
import type { Waiting } from '../../contracts/devices.ts';
import type { WaitingSignIn } from '../../contracts/identities.ts';
import type { Code } from '../../device-sdk/codes.ts';
import type { Device } from '../../device-sdk/device.ts';
import type { DeviceState } from '../../device-sdk/state.ts';

/** This installation of the app as the screens see it. */
export interface Installation {
  state: DeviceState;
  /** What waited at the last look. */
  waiting: Waiting[];
  /** Whether the server's view is known, or only what was remembered. */
  hasLooked: boolean;
  /** Sign-ins with the identity that wait for an approval. */
  signIns: WaitingSignIn[];
  /** Takes a sign-in off the list that was approved, refused or put off. */
  settleSignIn: (id: string) => void;
  /** False when the server did not answer the last time. */
  isReachable: boolean;
  /** Does something with the device and shows what became of it. */
  act: <T>(deed: (device: Device) => Promise<T>) => Promise<T>;
  /** The present code of a TOTP token. */
  codeOf: (tokenId: string) => Promise<Code>;
  /** The soft tokens whose PIN was entered. */
  unlocked: readonly string[];
  /** The present code of a soft token that is unlocked. */
  softCodeOf: (serial: string) => Promise<Code>;
  /** Learns the server's view: tokens, and what waits. Never throws. */
  sync: () => Promise<void>;
  /** Says something at the foot of the screen. */
  announce: (sentence: string) => void;
}

export const InstallationContext = createContext<Installation | undefined>(undefined);

export function useInstallation(): Installation {
  const installation = useContext(InstallationContext);
  if (installation === undefined) throw new Error('there is no installation around this component');
  return installation;
}
