import { useSyncExternalStore } from 'react';

let opened: string | undefined;
const listeners = new Set<() => void>();

/** A pairing code that the phone's own camera opened: its secret leaves the address bar and the history before anything else happens. */
function takeFromAddress(): void {
  if (!/^#\/pair\?/.test(location.hash)) return;
  opened = location.href;
  history.replaceState(history.state, '', '#/pair');
  for (const tell of listeners) tell();
}

takeFromAddress();
// Registered before the router's own listener, which therefore never sees the secret.
addEventListener('popstate', takeFromAddress);

/** The text of the pairing code that the app was opened with, until `forgetOpenedPairing`. */
export function useOpenedPairing(): string | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => opened,
  );
}

export function forgetOpenedPairing(): void {
  opened = undefined;
  for (const tell of listeners) tell();
}
