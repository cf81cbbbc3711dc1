import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Servers that share two cores may starve one another for some seconds; what fails twice is a failure.
const retry = 1;
const integration = { testTimeout: 60_000, hookTimeout: 120_000, retry };

export default defineConfig({
  test: {
    reporters: ['default'],
    // Much of what is tested waits for servers: two files at a time keep two cores busy.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{domain,contracts,store,activities,api,device-sdk,portal,admin-ui,authenticator,temporal}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/look.test.ts'],
          testTimeout: 30_000,
          retry,
        },
      },
      {
        test: {
          name: 'workflows',
          include: ['tests/{workflows,replay}/**/*.test.ts'],
          globalSetup: ['tests/workflows/servers.setup.ts'],
          ...integration,
        },
      },
      {
        // One Latchkey for all of them: each test brings people of its own.
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: ['tests/world.setup.ts'],
          ...integration,
        },
      },
      // Each of these kills servers of its own, on free ports, and waits for what that brings about.
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          exclude: ['tests/faults/start.test.ts'],
          testTimeout: 180_000,
          retry,
          hookTimeout: 120_000,
        },
      },
      // How everything is started, as a newcomer does: one at a time.
      {
        test: {
          name: 'servers',
          include: ['embedded/**/*.test.ts', 'tests/faults/start.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          retry,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts', 'activities/**/look.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          retry,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
