import { openDB, type DBSchema } from 'idb';
import type { DeviceState } from './state.ts';
import type { DeviceStore } from './store.ts';

interface Schema extends DBSchema {
  installation: { key: 'this'; value: DeviceState };
}

/**
 * Keeps the state in the browser database `name`, keys as CryptoKeys whose bytes no script can read.
 * @throws DOMException when the browser refuses storage (some private windows do)
 */
export function indexedDbStore(name: string): DeviceStore {
  const opened = openDB<Schema>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('installation');
    },
  });
  // The first read or update reports a failure to open; until then it must not count as unhandled.
  opened.catch(() => undefined);
  return {
    read: async () => (await opened).get('installation', 'this'),
    update: async (change) => {
      const transaction = (await opened).transaction('installation', 'readwrite');
      const next = change(await transaction.store.get('this'));
      await Promise.all([transaction.store.put(next, 'this'), transaction.done]);
      return next;
    },
  };
}
