import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** One timer for all times on the page; it rests when there are none. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    listeners.forEach((tell) => {
      tell();
    });
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** Words that depend on the time; the component renders again only when they change. */
export function useFreshWords(wordsAt: (now: number) => string): string {
  return useSyncExternalStore(subscribe, () => wordsAt(Date.now()));
}
