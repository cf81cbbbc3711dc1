import type { TestProject } from 'vitest/node';
import { startWorld } from '../embedded/world.ts';
import type { Environment, Urls } from '../embedded/world-settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    settings: Environment;
    urls: Urls;
  }
}

/** Limits that are about many people from one address; what is about one account or recovery stays as it is by default. */
const overrides = { signInsPerHour: 1_000_000, anonymousPerHour: 1_000_000 };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const world = await startWorld({
    say: () => undefined,
    temporalInMemory: true,
    env: { POLICY_OVERRIDES: JSON.stringify(overrides), LOG_LEVEL: 'warn' },
  });
  project.provide('settings', world.settings);
  project.provide('urls', world.urls);
  return () => world.stop();
}
