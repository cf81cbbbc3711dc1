import type { Connection } from './connection.ts';
import { hotp, stepAt, stepMs } from './otp.ts';
import type { HeldToken } from './state.ts';

export interface Code {
  otp: string;
  /** TOTP: when the next code takes over, ms on the device's clock. HOTP: null. */
  validUntil: number | null;
  /** This very code proved the seed a moment ago and is not accepted a second time (RFC 6238 §5.2): wait for the next. */
  isSpent: boolean;
}

/** @throws Error when the device holds no such token */
export async function codeOf(connection: Connection, tokenId: string, now: number): Promise<Code> {
  const { clockOffsetMs, ...state } = await connection.state();
  const { type, seed, spentStep } = held(state.tokens, tokenId);
  if (type === 'hotp')
    return { otp: await hotp(seed, await takeCounter(connection, tokenId)), validUntil: null, isSpent: false };
  const step = stepAt(now + clockOffsetMs);
  return {
    otp: await hotp(seed, step),
    validUntil: (step + 1) * stepMs - clockOffsetMs,
    isSpent: step <= spentStep,
  };
}

/** Spent in the store before the code is shown: a crash may skip a counter, which the server tolerates, but never repeat one. */
async function takeCounter(connection: Connection, tokenId: string): Promise<number> {
  const after = await connection.update((state) => ({
    ...state,
    tokens: state.tokens.map((token) =>
      token.id === tokenId ? { ...token, nextCounter: token.nextCounter + 1 } : token,
    ),
  }));
  return held(after.tokens, tokenId).nextCounter - 1;
}

function held(tokens: HeldToken[], tokenId: string): HeldToken {
  const token = tokens.find(({ id }) => id === tokenId);
  if (token === undefined) throw new Error(`this device holds no token ${tokenId}`);
  return token;
}
