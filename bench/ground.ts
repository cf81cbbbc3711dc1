import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { Client, Connection } from '@temporalio/client';
import { readSettings } from '../contracts/settings.ts';
import { Founding } from '../embedded/people/founding.ts';
import { root } from '../embedded/root.ts';
import { startWorld, type World } from '../embedded/world.ts';
import { vaultOf, type Vault } from '../store/sealing.ts';
import { keysFrom } from '../temporal/data-converter.ts';

export type Storage = 'memory' | 'file';

/** A Latchkey of the bench's own, and what the bench reaches of it besides its API. */
export interface Ground {
  world: World;
  founding: Founding;
  vault: Vault;
  /** Without the codec: the floor has none, and histories are weighed as they are stored. */
  temporal: Client;
  /** Where the probes in api and worker leave what they measured. */
  folder: string;
  stop(): Promise<void>;
}

/** One bench does what thousands of people do, from one address: only limits on one account, recovery or address are lifted. */
const most = 1_000_000;
const overrides = {
  startsPerHour: most,
  startsPerDay: most,
  codeMailsPerDay: most,
  signInsPerHour: most,
  anonymousPerHour: most,
  answersPerMinute: most,
};

export async function prepareGround(storage: Storage): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
  const world = await startWorld({
    say: () => undefined,
    temporalInMemory: storage === 'memory',
    entries: { api: join(root, 'bench/probe/api.ts'), worker: join(root, 'bench/probe/worker.ts') },
    env: { POLICY_OVERRIDES: JSON.stringify(overrides), LOG_LEVEL: 'warn', LATCHKEY_BENCH_FOLDER: folder },
  });
  const settings = readSettings(world.settings);
  const connection = await Connection.connect({ address: settings.TEMPORAL_ADDRESS });
  const founding = await Founding.open(world.settings);
  return {
    world,
    founding,
    vault: vaultOf(keysFrom(settings.LATCHKEY_SEAL_KEYS)),
    temporal: new Client({ connection }),
    folder,
    stop: async () => {
      await Promise.all([connection.close(), founding.close()]);
      await world.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
