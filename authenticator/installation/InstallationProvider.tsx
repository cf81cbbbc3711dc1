import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { NoAnswerError } from '../../contracts/client.ts';
import type { Waiting } from '../../contracts/devices.ts';
import type { Device } from '../../device-sdk/device.ts';
import type { DeviceState } from '../../device-sdk/state.ts';
import { Announcement } from '../components/Announcement.tsx';
import { InstallationContext, type Installation } from './installation.ts';
import { useRegularSync } from './use-regular-sync.ts';

interface Props {
  device: Device;
  /** What the device remembered at start. */
  initial: DeviceState;
  children: ReactNode;
}

export function InstallationProvider({ device, initial, children }: Props) {
  const [state, setState] = useState(initial);
  const [looked, setLooked] = useState<{ deviceId: string | undefined; waiting: Waiting[] }>();
  const [isReachable, setReachable] = useState(true);
  const [announcement, announce] = useState('');
  const underWay = useRef<Promise<void>>(undefined);

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

  const sync = useCallback(() => {
    underWay.current ??= act(async () => {
      const { account } = await device.sync();
      setLooked({ deviceId: account?.device.id, waiting: await device.listWaiting() });
    })
      .then(
        () => true,
        (error: unknown) => !(error instanceof NoAnswerError),
      )
      .then(setReachable)
      .finally(() => {
        underWay.current = undefined;
      });
    return underWay.current;
  }, [act, device]);

  const codeOf = useCallback((tokenId: string) => device.code(tokenId), [device]);

  const isSignedIn = state.account !== null;
  useRegularSync(isSignedIn, sync);

  const installation = useMemo(
    () => ({ state, waiting: stillWaiting(state, looked), isReachable, act, codeOf, sync, announce }),
    [state, looked, isReachable, act, codeOf, sync],
  );
  return (
    <InstallationContext value={installation}>
      {children}
      <Announcement sentence={announcement} onClose={() => announce('')} />
    </InstallationContext>
  );
}

/** What waited at the last look: not what waited for another account, nor what this device has taken since or is to give away. */
function stillWaiting(state: DeviceState, looked: { deviceId: string | undefined; waiting: Waiting[] } | undefined) {
  if (looked === undefined || looked.deviceId !== state.account?.device.id) return [];
  const isHere = (tokenId: string) => state.tokens.some(({ id }) => id === tokenId);
  return looked.waiting.filter(({ tokens }) => !tokens.every(({ id }) => isHere(id)));
}
