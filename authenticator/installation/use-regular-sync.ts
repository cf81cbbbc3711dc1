import { useEffect } from 'react';

const everyMs = 20_000;

/** Syncs at start, when the app is looked at again, when the network returns, and every 20 s while it is visible. */
export function useRegularSync(isSignedIn: boolean, sync: () => Promise<void>): void {
  useEffect(() => {
    if (!isSignedIn) return;
    const syncIfVisible = () => {
      if (document.visibilityState === 'visible') void sync();
    };
    syncIfVisible();
    const timer = setInterval(syncIfVisible, everyMs);
    document.addEventListener('visibilitychange', syncIfVisible);
    window.addEventListener('focus', syncIfVisible);
    window.addEventListener('online', syncIfVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', syncIfVisible);
      window.removeEventListener('focus', syncIfVisible);
      window.removeEventListener('online', syncIfVisible);
    };
  }, [isSignedIn, sync]);
}
