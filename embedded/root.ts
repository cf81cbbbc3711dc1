import { dirname } from 'node:path';

/** The checkout: where package.json and node_modules are, and what child processes run in. */
export const root = dirname(import.meta.dirname);
