import { setTimeout as pause } from 'node:timers/promises';

/** Resolves once a GET of `url` answers 200. @throws Error with the last answer after `limitMs`, or when aborted */
export async function untilReady(url: string, limitMs: number, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (let last = 'nothing'; ;) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) });
      if (answer.status === 200) return;
      last = `${String(answer.status)} ${(await answer.text()).slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > deadline)
      throw new Error(`${url} was not ready within ${String(limitMs / 1000)} s; its last answer: ${last}`);
    await pause(50, undefined, { signal });
  }
}
