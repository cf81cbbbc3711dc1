import { restoringKinds } from '../domain/restoration.ts';
import { openStates, type Actor } from '../domain/words.ts';
import type { ApiDependencies } from './dependencies.ts';
import { RefusedError } from './problem.ts';
import { tell } from './running-recoveries.ts';

const atOnce = 20;

/** Restoration was switched off: ends every restore and duplication that runs. @returns how many it ended */
export async function endRunningRestores(deps: ApiDependencies, by: Actor): Promise<number> {
  const running = await deps.database.recoveries
    .find({ kind: { $in: [...restoringKinds] }, state: { $in: [...openStates] } }, { projection: { _id: 1 } })
    .toArray();
  let ended = 0;
  for (let from = 0; from < running.length; from += atOnce) {
    const some = running.slice(from, from + atOnce);
    const outcomes = await Promise.all(
      some.map(({ _id }) =>
        tell(deps, _id, 'cancel', { by, reason: 'Restoration was switched off' }).then(() => true, isOver),
      ),
    );
    ended += outcomes.filter(Boolean).length;
  }
  return ended;
}

/** It ended by itself meanwhile, or will be asked again by its own deadline. */
function isOver(error: unknown): false {
  if (error instanceof RefusedError) return false;
  throw error;
}
