import type { DeviceState } from './state.ts';
import type { DeviceStore } from './store.ts';

/** Forgets with the process. For tests, the demo and the bench. */
export function memoryStore(): DeviceStore {
  let state: DeviceState | undefined;
  return {
    read: () => Promise.resolve(state),
    update: (change) => {
      state = change(state);
      return Promise.resolve(state);
    },
  };
}
