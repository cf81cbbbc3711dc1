import { useEffect } from 'react';
import type { Installation } from './installation.ts';

/** Long enough to type a code elsewhere on the same phone. */
const leftForMs = 5 * 60_000;

/** Locks the soft tokens when the app is closed, or out of sight for five minutes: an installed app may stay in memory for days. */
export function useLockWhenLeft(act: Installation['act']): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let leftAt: number | undefined;
    const lock = () =>
      void act((device) => {
        device.softTokens.lock();
        return Promise.resolve();
      });
    const watch = () => {
      clearTimeout(timer);
      const isBack = document.visibilityState === 'visible';
      // A phone may stop the clocks of a page that it does not show.
      if (isBack && leftAt !== undefined && Date.now() - leftAt >= leftForMs) lock();
      leftAt = isBack ? undefined : Date.now();
      if (!isBack) timer = setTimeout(lock, leftForMs);
    };
    document.addEventListener('visibilitychange', watch);
    // The page may come back from the browser's cache with all that it knew.
    window.addEventListener('pagehide', lock);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', watch);
      window.removeEventListener('pagehide', lock);
    };
  }, [act]);
}
