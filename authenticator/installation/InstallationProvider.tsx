import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Device } from '../../device-sdk/device.ts';
import type { DeviceState } from '../../device-sdk/state.ts';
import { Announcement } from '../components/Announcement.tsx';
import { InstallationContext, type Installation } from './installation.ts';
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
  const [announcement, announce] = useState('');

  const act = useCallback<Installation['act']>(
    async (deed) => {
      try {
        return await deed(device);
      } finally {
        setState(await device.state());
      }
    },
    [device],
  );
  const codeOf = useCallback((tokenId: string) => device.code(tokenId), [device]);

  const { waiting, hasLooked, isReachable, sync } = useServerView(state, act);
  const isSignedIn = state.account !== null;
  useRegularSync(isSignedIn, sync);
  const { signIns, settleSignIn } = useSignIns(device, isSignedIn && state.heldIdentity?.key != null);

  const installation = useMemo(
    () => ({ state, waiting, hasLooked, signIns, settleSignIn, isReachable, act, codeOf, sync, announce }),
    [state, waiting, hasLooked, signIns, settleSignIn, isReachable, act, codeOf, sync],
  );
  return (
    <InstallationContext value={installation}>
      {children}
      <Announcement sentence={announcement} onClose={() => announce('')} />
    </InstallationContext>
  );
}
