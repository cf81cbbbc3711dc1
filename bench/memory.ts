import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './ground.ts';
import { untilConfirmed } from './migration.ts';
import { moreTokens, type Mover } from './people.ts';
import type { Memory } from './probe/memory.ts';
import { allAtOnce, Timings } from './timing.ts';

export interface MemoryOf {
  api: Memory;
  worker: Memory;
}

const settleMs = 8_000;
const atOnce = 16;

/** Memory of api and worker once they have nothing to do. */
export async function memoryNow(ground: Ground): Promise<MemoryOf> {
  await pause(settleMs);
  return { api: await measured(ground, 'api'), worker: await measured(ground, 'worker') };
}

async function measured({ world, folder }: Ground, name: 'api' | 'worker'): Promise<Memory> {
  const file = join(folder, `${name}.json`);
  await rm(file, { force: true });
  world.kill(name, 'SIGWINCH');
  for (let attempt = 0; attempt < 100; attempt++) {
    await pause(100);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as Memory;
  }
  throw new Error(`${name} did not tell its memory`);
}

/** Brings so many migrations to where they wait for their device, by the public way. */
export async function letWait(ground: Ground, crowd: readonly Mover[], count: number): Promise<void> {
  const some = crowd.slice(0, atOnce);
  const each = Math.ceil(count / some.length);
  await Promise.all(some.map((mover) => moreTokens(ground, mover, each)));
  await allAtOnce(some, async (mover) => {
    for (let lap = 0; lap < each; lap++) await untilConfirmed(mover, ground.world.urls.outbox, new Timings());
    return each;
  });
}
