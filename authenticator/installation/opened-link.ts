import { useSyncExternalStore } from 'react';

/** Screens that a link opens with a secret: the QR codes of a pairing, of a transfer and of a soft token. */
export type SecretLink = 'pair' | 'activate' | 'recreate';

let opened: { screen: string; text: string } | undefined;
const listeners = new Set<() => void>();

/** A code that the phone's own camera opened: its secret leaves the address bar and the history before anything else happens. */
function takeFromAddress(): void {
  const [, screen] = /^#\/(pair|activate|recreate)\?/.exec(location.hash) ?? [];
  if (screen === undefined) return;
  opened = { screen, text: location.href };
  history.replaceState(history.state, '', `#/${screen}`);
  for (const tell of listeners) tell();
}

takeFromAddress();
// Registered before the router's own listener, which therefore never sees the secret.
addEventListener('popstate', takeFromAddress);

/** The text of the code that this screen was opened with, until `forgetOpenedLink`. */
export function useOpenedLink(screen: SecretLink): string | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => (opened?.screen === screen ? opened.text : undefined),
  );
}

/** A code that the app's own camera read, for the screen that takes it: it never stands in the address. */
export function openLink(screen: SecretLink, text: string): void {
  opened = { screen, text };
  for (const tell of listeners) tell();
}

export function forgetOpenedLink(): void {
  opened = undefined;
  for (const tell of listeners) tell();
}
