// `npm start`. Plain JavaScript, because on a fresh clone there is nothing else to run yet.
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
const { start } = await import('./start.ts');
await start(process.argv.slice(2));
