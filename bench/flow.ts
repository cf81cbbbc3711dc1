import { costOf, type Cost } from './cost.ts';
import type { Plan } from './flags.ts';
import type { Ground } from './ground.ts';
import { allAtOnce, perSecond, Timings, together, type Pace } from './timing.ts';

/** What a flow other than the migration costs, and how fast it is by one and by sixteen at once. */
export interface Flow {
  cost: Cost;
  crowds: { atOnce: number; done: number; perSecond: number; timings: Timings }[];
}

/** Whoever goes through a flow from its first step to its end. @returns the recovery's id */
export type Walk<P> = (ground: Ground, person: P, timings: Timings) => Promise<string>;

/** So many go through it at the same time. */
export const mostAtOnce = 16;
const warmUps = 2;

export async function measure<P>(ground: Ground, people: readonly P[], { rounds }: Plan, walk: Walk<P>): Promise<Flow> {
  const all = (some: readonly P[], each: number, timings: Timings) =>
    allAtOnce(some, async (person) => {
      for (let lap = 0; lap < each; lap++) await walk(ground, person, timings);
      return each;
    });
  const [alone] = people as [P];
  await all(people, warmUps, new Timings());
  const cost = await costOf(ground, () => walk(ground, alone, new Timings()));
  const crowds: Flow['crowds'] = [];
  for (const some of [people.slice(0, 1), people]) {
    const timings = new Timings();
    const paces: Pace[] = [];
    for (let round = 0; round < rounds; round++) paces.push(await all(some, some.length === 1 ? 8 : 3, timings));
    const sum = together(paces);
    crowds.push({ atOnce: some.length, done: sum.done, perSecond: perSecond(sum), timings });
  }
  return { cost, crowds };
}
