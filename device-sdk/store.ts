import type { DeviceState } from './state.ts';

/** Where an installation keeps what it knows. Bring your own where neither IndexedDB nor memory fits. */
export interface DeviceStore {
  /** `undefined` before the first update. */
  read(): Promise<DeviceState | undefined>;
  /**
   * Replaces the state by `change(state)` and answers the new one. Must be atomic against other updates, also of other tabs:
   * a HOTP counter that is read twice gives the same code twice. `change` is synchronous and free of effects.
   */
  update(change: (state: DeviceState | undefined) => DeviceState): Promise<DeviceState>;
}
