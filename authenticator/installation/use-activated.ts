import { useState } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { isRefusedWith } from '../../device-sdk/asking.ts';
import { farewellOf } from '../text/farewells.ts';
import { useInstallation } from './installation.ts';

/** The transfer that this device has activated, as the server knew it last; an end is said at the foot of the screen. */
export function useActivated() {
  const { act, announce } = useInstallation();
  const [recovery, setRecovery] = useState<Recovery>();
  const noted = (reached: Recovery) => {
    setRecovery(reached);
    const farewell = farewellOf(reached);
    if (farewell !== '') announce(farewell);
  };
  const look = async () => {
    const reached = await act((device) => device.transfer.look()).catch((error: unknown) => {
      if (isRefusedWith(error, 'device-unknown', 'not-found', 'link-spent'))
        announce('That transfer is over. Nothing has come to this device.');
      throw error;
    });
    if (reached !== null) noted(reached);
  };
  return { recovery, noted, look };
}
