import { readFileSync, statSync } from 'node:fs';
import { inject, test, expect } from 'vitest';

/** The SDK alone is 1.64 MB; ours is the rest. */
const largestBytes = 1_900_000;

test('P18 the workflow bundle holds no schema library, no driver and nothing of Node', () => {
  const bundle = readFileSync(inject('servers').workflowBundle, 'utf8');
  const strangers = [
    'node_modules/zod',
    'node_modules/mongodb',
    'node_modules/resend',
    'require("node:',
    "require('node:",
  ];
  expect(strangers.filter((stranger) => bundle.includes(stranger))).toEqual([]);
  expect(bundle).toContain('./workflows/migration.ts');
});

test('P18 the workflow bundle stays small', () => {
  expect(statSync(inject('servers').workflowBundle).size).toBeLessThan(largestBytes);
});
