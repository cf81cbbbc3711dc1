import { performance } from 'node:perf_hooks';

/** How long each step took, ms, by the step's name. */
export class Timings {
  private readonly times = new Map<string, number[]>();

  async of<T>(step: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    const known = this.times.get(step) ?? [];
    known.push(performance.now() - started);
    this.times.set(step, known);
    return result;
  }

  /** Nearest rank: a time that was measured, not one between two. */
  percentile(step: string, share: number): number {
    const sorted = (this.times.get(step) ?? []).toSorted((a, b) => a - b);
    return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN;
  }

  count(step: string): number {
    return this.times.get(step)?.length ?? 0;
  }
}

export interface Pace {
  done: number;
  seconds: number;
}

export function perSecond({ done, seconds }: Pace): number {
  return done / seconds;
}

export function together(paces: Pace[]): Pace {
  return {
    done: paces.reduce((sum, { done }) => sum + done, 0),
    seconds: paces.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** Has every actor do its part at the same time as the others. @param part answers how much it did */
export async function allAtOnce<A>(actors: readonly A[], part: (actor: A) => Promise<number>): Promise<Pace> {
  const started = performance.now();
  const done = await Promise.all(actors.map(part));
  return { done: done.reduce((sum, one) => sum + one, 0), seconds: (performance.now() - started) / 1000 };
}

/** Works through a list, so many items at a time. */
export async function inTurns<A, T>(items: readonly A[], atOnce: number, work: (item: A) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at] as A;
      results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
