import { useSyncExternalStore } from 'react';

/**
 * What a mailed link carries behind `#`: never sent by the browser, dropped from the address bar before anything is drawn, and
 * kept in memory only (security.md M-04).
 */
const pages = ['/reset-password', '/welcome', '/not-me', '/activation'];

let secret: string | null = null;
const listeners = new Set<() => void>();

function take(): void {
  if (!pages.includes(location.pathname) || location.hash.length < 2) return;
  const behind = location.hash.slice(1);
  secret = new URLSearchParams(behind).get('token') ?? behind;
  history.replaceState(history.state, '', location.pathname);
  listeners.forEach((tell) => {
    tell();
  });
}

take();
// A second link opened in the same tab changes only the fragment and loads nothing.
addEventListener('hashchange', take);

export function useLinkSecret(): string | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => secret,
  );
}

/** After use: a secret is spent by its first press. */
export function forgetLinkSecret(): void {
  secret = null;
}
