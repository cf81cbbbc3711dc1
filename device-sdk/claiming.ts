import { NoAnswerError } from '../contracts/client.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import type { Waiting } from '../contracts/devices.ts';
import { isRefusedWith } from './asking.ts';
import type { Connection } from './connection.ts';
import { hotp, stepAt } from './otp.ts';
import { openSeed } from './seeds.ts';
import { ownDevice, withClaimed, withoutClaim, withServerView } from './server-view.ts';
import type { Candidate, HeldToken, PendingClaim } from './state.ts';

/** Opens the seeds and remembers the claim before anything is sent, so that neither a lost answer nor a restart loses a token. */
export async function rememberClaim(connection: Connection, waiting: Waiting): Promise<PendingClaim> {
  const { keys, pendingClaims } = await connection.state();
  const remembered = pendingClaims.find((pending) => pending.recovery === waiting.recovery);
  if (remembered !== undefined) return remembered;
  if (keys === null) throw new Error('this device has no keys yet: sign in first');
  const candidates = await Promise.all(
    waiting.tokens.map(async ({ sealedSeed, ...token }) => ({
      ...token,
      seed: await openSeed(sealedSeed, keys.encryption),
    })),
  );
  return remember(connection, await freshClaim(connection, waiting.recovery, candidates));
}

/**
 * Posts a remembered claim until it is decided, and puts the tokens in their places.
 * @throws ProblemError when refused for good, and the claim is forgotten; NoAnswerError when unknown, and it stays remembered
 */
export async function proveClaim(connection: Connection, claim: PendingClaim): Promise<HeldToken[]> {
  try {
    return await post(connection, claim);
  } catch (error) {
    // The remembered codes may be of a time long gone, if the app was closed between *Done* and the answer.
    if (!isRefusedWith(error, 'wrong-code')) return settle(connection, claim, error);
  }
  const fresh = await remember(connection, await freshClaim(connection, claim.recovery, claim.candidates));
  return post(connection, fresh).catch((error: unknown) => settle(connection, fresh, error));
}

/** Takes what waits under `recovery`, or finishes taking it. NoAnswerError while the server does not list it yet. */
export async function claimUnder(connection: Connection, recovery: string): Promise<HeldToken[]> {
  const pending = (await connection.state()).pendingClaims.find((claim) => claim.recovery === recovery);
  if (pending !== undefined) return proveClaim(connection, pending);
  const { waiting } = await connection.ask(deviceRoutes.listWaiting, {});
  const offered = waiting.find((one) => one.recovery === recovery);
  if (offered === undefined) throw new NoAnswerError(`nothing waits under ${recovery} yet`);
  return proveClaim(connection, await rememberClaim(connection, offered));
}

/** Asks for the tokens of this device and applies the answer. */
export async function applyServerView(connection: Connection): Promise<void> {
  const asked = await connection.state();
  const view = await connection.ask(deviceRoutes.listTokens, {});
  await connection.update((state) =>
    ownDevice(state)?.id === view.device.id ? withServerView(asked, state, view) : state,
  );
}

async function freshClaim(connection: Connection, recovery: string, candidates: Candidate[]): Promise<PendingClaim> {
  const { clockOffsetMs } = await connection.state();
  // The code before the present one: it proves the seed as well, and leaves the one on the screen to be used (RFC 6238 §5.2).
  const step = stepAt(connection.now() + clockOffsetMs) - 1;
  const proofs = await Promise.all(
    candidates.map(async ({ id, type, seed }) => ({ token: id, otp: await hotp(seed, type === 'hotp' ? 0 : step) })),
  );
  return { recovery, candidates, proofs, step };
}

async function remember(connection: Connection, claim: PendingClaim): Promise<PendingClaim> {
  await connection.update((state) => ({ ...state, pendingClaims: [...withoutClaim(state, claim.recovery), claim] }));
  return claim;
}

async function post(connection: Connection, { recovery, proofs }: PendingClaim): Promise<HeldToken[]> {
  const claimed = await connection.ask(deviceRoutes.claim, { params: { id: recovery }, body: { proofs } });
  await connection.update((state) => withClaimed(state, recovery, claimed.tokens));
  return broughtBy(connection, recovery);
}

async function settle(connection: Connection, { recovery }: PendingClaim, error: unknown): Promise<HeldToken[]> {
  if (!isRefusedWith(error, 'wrong-code', 'wrong-step', 'already-finished', 'not-found')) throw error;
  // An earlier posting may have arrived although its answer did not: then the tokens are listed.
  await applyServerView(connection);
  const tokens = await broughtBy(connection, recovery);
  if (tokens.length > 0) return tokens;
  await connection.update((state) => ({ ...state, pendingClaims: withoutClaim(state, recovery) }));
  throw error;
}

async function broughtBy(connection: Connection, recovery: string): Promise<HeldToken[]> {
  return (await connection.state()).tokens.filter(({ arrivedBy }) => arrivedBy === recovery);
}
