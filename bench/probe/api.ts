import { measureOnSignal } from './memory.ts';

measureOnSignal('api');
await import('../../api/main.ts');
