import { call, type Call } from '../contracts/client.ts';
import type { Route } from '../contracts/routes/route.ts';
import { askUntilDecided, isRefusedWith } from './asking.ts';
import { clockOffset, hasMoved } from './clock.ts';
import { proofFor } from './proof.ts';
import { emptyState, wipedState, type DeviceState } from './state.ts';
import type { DeviceStore } from './store.ts';

type Send = Parameters<typeof call>[0];
type Answer<R extends Route> = Awaited<ReturnType<typeof call<R>>>;

const answerWithinMs = 15_000;

export interface ConnectionOptions {
  store: DeviceStore;
  /** Base URL of the device API, used until the store knows one. */
  server: string;
  /** How requests leave; the global `fetch` unless a test says otherwise. */
  fetch?: typeof fetch;
  /** The clock of the device, ms since epoch. */
  now?: () => number;
  pause?: (ms: number) => Promise<void>;
}

/** Asks the device API on behalf of one installation: signs, repeats while undecided, keeps the clock right, wipes when told. */
export class Connection {
  readonly store: DeviceStore;
  readonly now: () => number;
  readonly #server: string;
  readonly #fetch: typeof fetch;
  readonly #pause: (ms: number) => Promise<void>;

  constructor(options: ConnectionOptions) {
    this.store = options.store;
    this.now = options.now ?? Date.now;
    this.#server = options.server;
    this.#fetch = options.fetch ?? ((input, init) => fetch(input, init));
    this.#pause = options.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  async state(): Promise<DeviceState> {
    return this.#grown(await this.store.read());
  }

  update(change: (state: DeviceState) => DeviceState): Promise<DeviceState> {
    return this.store.update((state) => change(this.#grown(state)));
  }

  /**
   * @throws ProblemError when refused; NoAnswerError when nothing came back after several tries; Error when there are no keys.
   * After `device-unknown` everything but the soft tokens is wiped (D-06).
   */
  async ask<R extends Route>(route: R, request: Call<R>, idempotencyKey?: string): Promise<Answer<R>> {
    const state = await this.state();
    const { keys } = state;
    if (keys === null) throw new Error('this device has no keys yet: sign in first');
    const send = this.#signedBy(keys.signing, state);
    try {
      return await askUntilDecided(() => call(send, route, request, idempotencyKey), this.#pause);
    } catch (error) {
      if (isRefusedWith(error, 'device-unknown')) await this.#wipe(state);
      throw error;
    }
  }

  #signedBy(signing: CryptoKeyPair, { server, clockOffsetMs }: DeviceState): Send {
    let offset = clockOffsetMs;
    const sendOnce: Send = async (path, init) => {
      const url = server + path;
      const sentAt = this.now();
      const dpop = await proofFor(signing, { url, ...init }, sentAt + offset);
      const response = await this.#fetch(url, {
        ...init,
        headers: { ...init.headers, dpop },
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(answerWithinMs),
      });
      const measured = clockOffset(response.headers.get('date'), sentAt, this.now());
      if (measured !== undefined && hasMoved(offset, measured)) {
        offset = measured;
        await this.update((state) => ({ ...state, clockOffsetMs: measured }));
      }
      return response;
    };
    // Once more even if the clock was right: a network stack may send a request twice by itself, and the second proof is spent.
    return async (path, init) => {
      const response = await sendOnce(path, init);
      return (await isProofRefused(response)) ? sendOnce(path, init) : response;
    };
  }

  /** What an installation of an earlier version kept has not all the members of today. */
  #grown(stored: DeviceState | undefined): DeviceState {
    return { ...emptyState(stored?.server ?? this.#server), ...stored };
  }

  async #wipe(asked: DeviceState): Promise<void> {
    await this.update((state) =>
      // An answer to a former installation must not wipe the one that signed in meanwhile.
      state.account?.device.id === asked.account?.device.id
        ? { ...wipedState(state, state.server), wasSignedOut: asked.account !== null }
        : state,
    );
  }
}

async function isProofRefused(response: Response): Promise<boolean> {
  if (response.ok) return false;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'proof-invalid';
}
