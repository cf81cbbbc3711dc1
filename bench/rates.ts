import { setTimeout as pause } from 'node:timers/promises';
import type { Plan } from './flags.ts';
import type { Floor } from './floor/floor.ts';
import { migrateAll } from './migration.ts';
import type { Mover } from './people.ts';
import { perSecond, Timings, together, type Pace } from './timing.ts';

export interface Rate {
  atOnce: number;
  done: number;
  ours: number;
  floor: number;
  /** Of each round, ours to floor. */
  ratios: number[];
  oursTimings: Timings;
  floorTimings: Timings;
}

/** Temporal still has timers of a workflow to look at when it has long ended: under load, whoever comes next must not pay for them. */
const settleMs = 12_000;

/** Migrations and bare workflows in turn, by so many at once. */
export async function rateOf(
  crowd: readonly Mover[],
  { each }: Plan['crowds'][number],
  rounds: number,
  floor: Floor,
  outboxUrl: string,
): Promise<Rate> {
  const oursTimings = new Timings();
  const floorTimings = new Timings();
  const ours: Pace[] = [];
  const floors: Pace[] = [];
  const settled = () => pause(crowd.length === 1 ? 0 : settleMs);
  for (let round = 0; round < rounds; round++) {
    await settled();
    floors.push(await floor.run(crowd.length, each, floorTimings));
    await settled();
    ours.push(await migrateAll(crowd, each, outboxUrl, oursTimings));
  }
  return {
    atOnce: crowd.length,
    done: together(ours).done,
    ours: perSecond(together(ours)),
    floor: perSecond(together(floors)),
    ratios: ours.map((pace, round) => perSecond(pace) / perSecond(floors[round] as Pace)),
    oursTimings,
    floorTimings,
  };
}
