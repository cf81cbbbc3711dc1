import { afterAll, beforeAll } from 'vitest';
import type { LimitName } from '../../domain/policy.ts';
import { Cast } from '../../embedded/people/cast.ts';
import { startWorld, type World } from '../../embedded/world.ts';

/**
 * A Latchkey of a test file's own, where limits would keep a burst away from what it is about. Call at the top of the file.
 * @param settings of its processes, besides
 */
export function useWorldWith(
  overrides: Partial<Record<LimitName, number>>,
  settings: Record<string, string> = {},
): { readonly cast: Cast } {
  let world: World | undefined;
  let cast: Cast | undefined;
  beforeAll(async () => {
    world = await startWorld({
      say: () => undefined,
      temporalInMemory: true,
      env: { ...settings, POLICY_OVERRIDES: JSON.stringify(overrides), LOG_LEVEL: 'warn' },
    });
    cast = await Cast.assemble(world);
  }, 180_000);
  afterAll(async () => {
    await cast?.close();
    await world?.stop();
  }, 60_000);
  return {
    get cast() {
      if (cast === undefined) throw new Error('the cast is not assembled yet');
      return cast;
    },
  };
}
