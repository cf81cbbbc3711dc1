import { useCallback, useRef, useState } from 'react';
import { NoAnswerError } from '../../contracts/client.ts';
import type { Waiting } from '../../contracts/devices.ts';
import type { DeviceState } from '../../device-sdk/state.ts';
import type { Installation } from './installation.ts';

/** What the server said at the last look, and a way to look again. */
export function useServerView(state: DeviceState, act: Installation['act']) {
  const [looked, setLooked] = useState<{ deviceId: string | undefined; waiting: Waiting[] }>();
  const [isReachable, setReachable] = useState(true);
  const underWay = useRef<Promise<void>>(undefined);
  const sync = useCallback(() => {
    underWay.current ??= act(async (device) => {
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
  }, [act]);
  const isOfThis = looked !== undefined && looked.deviceId === state.account?.device.id;
  return { waiting: stillWaiting(state, isOfThis ? looked.waiting : []), hasLooked: isOfThis, isReachable, sync };
}

/** Not what this device has taken since or is to give away. */
function stillWaiting(state: DeviceState, waiting: Waiting[]): Waiting[] {
  const isHere = (tokenId: string) => state.tokens.some(({ id }) => id === tokenId);
  return waiting.filter(({ tokens }) => !tokens.every(({ id }) => isHere(id)));
}
