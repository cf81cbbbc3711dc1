import { useCallback, useEffect, useMemo, useState } from 'react';
import type { WaitingSignIn } from '../../contracts/identities.ts';
import type { Device } from '../../device-sdk/device.ts';

const everyMs = 2_500;

/** Sign-ins that wait for this device, looked for while the app is visible. `settleSignIn` takes one off the list at once. */
export function useSignIns(device: Device, isOn: boolean) {
  const [signIns, setSignIns] = useState<WaitingSignIn[]>([]);
  const [settled, setSettled] = useState<string[]>([]);
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const look = async () => {
      const isSeen = document.visibilityState === 'visible';
      const seen = isSeen ? await device.identity.listSignIns().catch(() => undefined) : undefined;
      if (isOver) return;
      // Without an answer the request on the screen stays, with what was typed into it.
      if (seen !== undefined) setSignIns((before) => (before.length === 0 && seen.length === 0 ? before : seen));
      timer = setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [device, isOn]);
  const settleSignIn = useCallback((id: string) => setSettled((before) => [...before, id]), []);
  const waiting = useMemo(
    () => (isOn ? signIns.filter(({ id }) => !settled.includes(id)) : []),
    [isOn, signIns, settled],
  );
  return { signIns: waiting, settleSignIn };
}
