import { useEffect, useState } from 'react';
import type { Code } from '../../device-sdk/codes.ts';
import { stepAt } from '../../device-sdk/otp.ts';
import type { SoftToken } from '../../device-sdk/soft-token-state.ts';
import type { HeldToken } from '../../device-sdk/state.ts';
import { useInstallation } from './installation.ts';

/** The code of a TOTP token at `now` (ms), renewed with each step and with each new seed; `undefined` for a moment at first. */
export function useTotpCode({ id, arrivedBy }: HeldToken, now: number): Code | undefined {
  const { codeOf } = useInstallation();
  return useCodeOfStep(codeOf, id, arrivedBy, now);
}

/** The same of a soft token that is unlocked. */
export function useSoftTotpCode({ serial, id }: SoftToken, now: number): Code | undefined {
  const { softCodeOf } = useInstallation();
  return useCodeOfStep(softCodeOf, serial, id, now);
}

/** @param seed tells a new seed of the same token */
function useCodeOfStep(
  take: (token: string) => Promise<Code>,
  token: string,
  seed: string,
  now: number,
): Code | undefined {
  const { clockOffsetMs } = useInstallation().state;
  const [code, setCode] = useState<Code>();
  const step = stepAt(now + clockOffsetMs);
  useEffect(() => {
    let isCurrent = true;
    take(token).then(
      (next) => {
        if (isCurrent) setCode(next);
      },
      // The token left, or was locked, while its code was being computed.
      () => {
        if (isCurrent) setCode(undefined);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [take, token, seed, step]);
  return code;
}
