// `npm run demo`. Plain JavaScript, because on a fresh clone there is nothing else to run yet.
import { ensureDependencies } from '../embedded/dependencies.mjs';

ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
