import { useEffect, useState } from 'react';
import type { Code } from '../../device-sdk/codes.ts';
import { stepAt } from '../../device-sdk/otp.ts';
import type { HeldToken } from '../../device-sdk/state.ts';
import { useInstallation } from './installation.ts';

/** The code of a TOTP token at `now` (ms), renewed with each step and with each new seed; `undefined` for a moment at first. */
export function useTotpCode(token: HeldToken, now: number): Code | undefined {
  const { state, codeOf } = useInstallation();
  const [code, setCode] = useState<Code>();
  const step = stepAt(now + state.clockOffsetMs);
  useEffect(() => {
    let isCurrent = true;
    codeOf(token.id).then(
      (next) => {
        if (isCurrent) setCode(next);
      },
      // The token left while its code was being computed.
      () => {
        if (isCurrent) setCode(undefined);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [codeOf, token.id, token.arrivedBy, step]);
  return code;
}
