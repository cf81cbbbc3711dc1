import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Cast, password, type Person } from '../../embedded/people/cast.ts';
import { phone } from '../../embedded/people/enrolment.ts';
import { startWorld, type World, type WorldOptions } from '../../embedded/world.ts';

export interface Scene {
  world: World;
  cast: Cast;
}

/** Limits that a patient person would never meet; a test that asks again after a fault might. */
const overrides = {
  answersPerMinute: 10_000,
  startsPerHour: 100,
  startsPerDay: 100,
  codeMailsPerDay: 100,
  anonymousPerHour: 10_000,
};

/** A whole Latchkey of a file's own, to do harm to. `env` is asked for when the file's own servers are up. */
export function useWorld(env: () => WorldOptions['env'] = () => ({})): () => Scene {
  let scene: Scene | undefined;
  let world: World | undefined;
  beforeAll(async () => {
    const settings = { POLICY_OVERRIDES: JSON.stringify(overrides), LOG_LEVEL: 'warn', ...env() };
    world = await startWorld({ say: () => undefined, env: settings });
    scene = { world, cast: await Cast.assemble(world) };
  });
  afterAll(async () => {
    await scene?.cast.close();
    await world?.stop();
  });
  return () => {
    if (scene === undefined) throw new Error('the world has not started yet');
    return scene;
  };
}

export function startsMigration({ portal, tokens }: Person, idempotencyKey?: string) {
  return portal.ask(portalRoutes.startMigration, { params: { id: tokens[0] ?? '' } }, idempotencyKey);
}

export function entersCode({ portal }: Person, id: string, code: string) {
  return portal.ask(portalRoutes.enterMailCode, { params: { id }, body: { code } });
}

/** A new phone, signed in, that takes what waits. */
export async function claimsOnNewPhone({ world }: Scene, { email }: Person) {
  const device = await phone(world.urls.device, 'iPhone12,3', email, password);
  const [waiting] = await device.listWaiting();
  if (waiting === undefined) throw new Error('nothing waits in the new app');
  return device.claim(waiting);
}

/** Asks until it is answered: for what has to come right by itself after a fault. */
export async function eventually<T>(ask: () => Promise<T>, limitMs = 60_000): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
      await wait(250);
    }
  }
}

/** A recovery's record, as soon as it has come so far. */
export async function reaches({ cast }: Scene, filter: Record<string, unknown>) {
  const { recoveries } = cast.founding.database;
  return eventually(async () => {
    const recovery = await recoveries.findOne(filter);
    if (recovery === null) throw new Error(`no recovery is at ${JSON.stringify(filter)}`);
    return recovery;
  });
}

/** Kills a piece as soon as the deed has had its effect, while somebody still waits for the answer. @returns the answer */
export async function killedOnceAt<T>(
  scene: Scene,
  piece: 'api' | 'worker',
  filter: Record<string, unknown>,
  deed: Promise<T>,
): Promise<T> {
  const [answer] = await Promise.all([
    deed,
    reaches(scene, filter).then(async () => {
      scene.world.kill(piece);
      await scene.world.restart(piece);
    }),
  ]);
  return answer;
}

/** How many mails of each kind a recovery has sent. */
export async function mailsOf({ cast }: Scene, recoveryId: string): Promise<Record<string, number>> {
  const mails = await cast.founding.database.mails.find({ recoveryId }).toArray();
  const counts: Record<string, number> = {};
  for (const { template } of mails) counts[template] = (counts[template] ?? 0) + 1;
  return counts;
}
