import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { portalRoutes } from '../contracts/routes/portal.ts';
import { isUndecided } from '../device-sdk/asking.ts';
import type { Mover } from './people.ts';
import { allAtOnce, type Pace, type Timings } from './timing.ts';

/** What a person does, in order. `waiting` is "+" in the app; the others are updates of the workflow. */
export const steps = ['start', 'confirm', 'waiting', 'claim'] as const;

const mostAttempts = 10;

/** Guide 000 by the public way, from MIGRATE to *Done*. @returns the recovery's id */
export async function migrate(mover: Mover, outboxUrl: string, timings: Timings): Promise<string> {
  const recoveryId = await untilConfirmed(mover, outboxUrl, timings);
  const waiting = await timings.of('waiting', () => insist(() => mover.phone.listWaiting()));
  const ours = waiting.find(({ recovery }) => recovery === recoveryId);
  if (ours === undefined) throw new Error(`${recoveryId} does not wait for its device`);
  const [held] = await timings.of('claim', () => insist(() => mover.phone.claim(ours)));
  if (held === undefined) throw new Error(`${recoveryId} brought no token`);
  return recoveryId;
}

/** As far as CONFIRM: from here the recovery waits for its device. */
export async function untilConfirmed({ portal, tokens }: Mover, outboxUrl: string, timings: Timings): Promise<string> {
  const tokenId = tokens.pop();
  if (tokenId === undefined) throw new Error('a mover has no token left to move');
  const key = randomUUID();
  const begin = { params: { id: tokenId } };
  const started = await timings.of('start', () => insist(() => portal.ask(portalRoutes.startMigration, begin, key)));
  const code = await codeOf(outboxUrl, started.id);
  const asked = { params: { id: started.id }, body: { code } };
  const confirmed = await timings.of('confirm', () => insist(() => portal.ask(portalRoutes.enterMailCode, asked)));
  if (confirmed.state !== 'awaiting-device') throw new Error(`${started.id} is ${confirmed.state}`);
  return started.id;
}

/** On a busy machine an answer may take longer than clients wait: whoever insists learns it, and the waiting counts. */
export async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!isUndecided(error) || attempt === mostAttempts) throw error;
    }
  }
}

/** The code in the first message of a recovery. */
export function codeOf(outboxUrl: string, recoveryId: string): Promise<string> {
  return mailed(outboxUrl, recoveryId, /data-code="(\d{6,8})"/);
}

/** What the first message of a recovery says, opened in the outbox; by its id, because looking through everybody's mail would be measured too. */
export async function mailed(outboxUrl: string, recoveryId: string, wanted: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const response = await fetch(`${outboxUrl}/messages/${encodeURIComponent(`${recoveryId}/1`)}`);
    const code = wanted.exec(await response.text())?.[1];
    if (code !== undefined) return code;
    // Usually it is there before the answer; a step does not wait for a slow mail, however.
    await pause(50);
  }
  throw new Error(`no code was mailed for ${recoveryId} within ten seconds`);
}

/** Each mover migrates so many tokens, one after the other; all movers at the same time. */
export function migrateAll(crowd: readonly Mover[], each: number, outboxUrl: string, timings: Timings): Promise<Pace> {
  return allAtOnce(crowd, async (mover) => {
    for (let lap = 0; lap < each; lap++) await migrate(mover, outboxUrl, timings);
    return each;
  });
}
