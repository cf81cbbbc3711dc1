import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Memory {
  /** Resident memory of the whole process, bytes. */
  resident: number;
  /** Used heap of the main thread after a full collection, bytes. */
  heap: number;
}

/**
 * Measured on SIGWINCH, after a full collection, and left in a file: the measured process needs no door of its own. Temporal's runtime
 * takes SIGUSR2 for a wish to shut down.
 */
export function measureOnSignal(name: string): void {
  const folder = process.env.LATCHKEY_BENCH_FOLDER;
  if (folder === undefined) throw new Error('LATCHKEY_BENCH_FOLDER is not set');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  process.on('SIGWINCH', () => {
    collect();
    collect();
    const { rss, heapUsed } = process.memoryUsage();
    const memory: Memory = { resident: rss, heap: heapUsed };
    const file = join(folder, `${name}.json`);
    void writeFile(`${file}.new`, JSON.stringify(memory)).then(() => rename(`${file}.new`, file));
  });
}
