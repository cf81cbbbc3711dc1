import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Device } from '../../device-sdk/device.ts';
import type { DeviceState } from '../../device-sdk/state.ts';
import { Announcement } from '../components/Announcement.tsx';
import { InstallationContext, type Installation } from './installation.ts';
import { useLockWhenLeft } from './use-lock-when-left.ts';
import { useRegularSync } from './use-regular-sync.ts';
import { useServerView } from './use-server-view.ts';
import { useSignIns } from './use-sign-ins.ts';

interface Props {
  device: Device;
  /** What the device remembered at start. */
  initial: DeviceState;
  children: ReactNode;
}

export function InstallationProvider({ device, initial, children }: Props) {
  const [state, setState] = useState(initial);
  const [unlocked, setUnlocked] = useState<readonly string[]>([]);
  const [announcement, announce] = useState('');

  const act = useCallback<Installation['act']>(
    async (deed) => {
      try {
        return await deed(device);
      } finally {
        setState(await device.state());
        setUnlocked(device.softTokens.unlocked());
      }
    },
    [device],
  );
  const codeOf = useCallback((tokenId: string) => device.code(tokenId), [device]);
  const softCodeOf = useCallback((serial: string) => device.softTokens.code(serial), [device]);
  useLockWhenLeft(act);

  const { waiting, hasLooked, isReachable, sync } = useServerView(state, act);
  const isSignedIn = state.account !== null;
  useRegularSync(isSignedIn, sync);
  const { signIns, settleSignIn } = useSignIns(device, isSignedIn && state.heldIdentity?.key != null);

  const installation = useMemo(
    () => ({
      ...{ state, waiting, hasLooked, signIns, settleSignIn, isReachable, act, codeOf, sync, announce },
      ...{ unlocked, softCodeOf },
    }),
    [state, waiting, hasLooked, signIns, settleSignIn, isReachable, act, codeOf, sync, unlocked, softCodeOf],
  );
  return (
    <InstallationContext value={installation}>
      {children}
      <Announcement sentence={announcement} onClose={() => announce('')} />
    </InstallationContext>
  );
}
