import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from './binaries.ts';
import { reasonOf } from './errors.ts';
import { root } from './root.ts';
import { run } from './run.ts';
import type { World } from './world.ts';
import { programEnvironment } from './world-settings.ts';

/** Whom a visitor can sign in as. */
export interface DemoAccount {
  role: string;
  email: string;
  password: string;
}

const limitMs = 120_000;

/**
 * Runs embedded/demo-data.ts, which leaves alone what is there already and prints one JSON line an account.
 * @param keyFile where the key of the demo service is kept
 * @returns its accounts; none, after saying why, when it fails: the rest is of use without them
 */
export async function createDemoData(world: World, say: Say, keyFile: string): Promise<DemoAccount[]> {
  const script = join(root, 'embedded', 'demo-data.ts');
  if (!existsSync(script)) return [];
  say('demo data: creating what is missing');
  try {
    const env = programEnvironment(world.settings);
    const output = await run(process.execPath, ['--import', 'tsx', script, keyFile], { limitMs, cwd: root, env });
    return output.split('\n').flatMap(accountIn);
  } catch (error) {
    say(`!!! demo data could not be created: ${reasonOf(error)}`);
    return [];
  }
}

function accountIn(line: string): DemoAccount[] {
  if (!line.startsWith('{')) return [];
  const { role, email, password } = JSON.parse(line) as Partial<DemoAccount>;
  return role === undefined || email === undefined || password === undefined ? [] : [{ role, email, password }];
}
