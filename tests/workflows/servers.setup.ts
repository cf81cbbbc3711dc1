import type { TestProject } from 'vitest/node';
import { startServers, type Servers } from './servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers;
  }
}

/** Once for all files of the project: each opens a stage of its own on them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...servers } = await startServers();
  project.provide('servers', servers);
  return stop;
}
