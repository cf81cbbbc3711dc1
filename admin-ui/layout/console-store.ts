import { localStorageStore, memoryStore, type Store } from 'react-admin';

const roomForSidebar = 1180;
const lasting = localStorageStore(undefined, 'latchkey-console');
const atFirst = { 'sidebar.open': window.innerWidth >= roomForSidebar };
const passing = memoryStore(atFirst);

/** Of all that react-admin remembers only the theme outlives the page: searches name people, and shared desks exist. */
const storeOf = (key: string): Store => (key === 'theme' ? lasting : passing);

export const consoleStore: Store = {
  ...passing,
  setup: () => {
    lasting.setup();
    passing.setup();
  },
  teardown: () => {
    lasting.teardown();
    passing.teardown();
  },
  getItem: (key, otherwise) => storeOf(key).getItem(key, otherwise),
  setItem: (key, value) => {
    storeOf(key).setItem(key, value);
  },
  removeItem: (key) => {
    storeOf(key).removeItem(key);
  },
  reset: () => {
    passing.reset();
    passing.setItem('sidebar.open', atFirst['sidebar.open']);
  },
  subscribe: (key, callback) => storeOf(key).subscribe(key, callback),
};
