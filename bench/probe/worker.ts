import { measureOnSignal } from './memory.ts';

measureOnSignal('worker');
await import('../../worker/main.ts');
