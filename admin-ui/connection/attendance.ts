import { useSyncExternalStore } from 'react';

/**
 * Each refresh keeps the session alive. Somebody who has walked away must be signed out for being idle (security.md S-03), so a
 * page that nobody has touched for this long stops asking.
 */
const unattendedAfterMs = 5 * 60_000;
const signsOfLife = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

const listeners = new Set<() => void>();
let isAttended = true;
let noticedAt = 0;
let leaving: ReturnType<typeof setTimeout> | undefined;

function become(attended: boolean): void {
  if (isAttended === attended) return;
  isAttended = attended;
  listeners.forEach((tell) => {
    tell();
  });
}

function notice(): void {
  // A moving pointer tells this a hundred times a second.
  if (isAttended && Date.now() - noticedAt < 1000) return;
  noticedAt = Date.now();
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    become(false);
  }, unattendedAfterMs);
  become(true);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    notice();
    signsOfLife.forEach((sign) => {
      window.addEventListener(sign, notice, { passive: true, capture: true });
    });
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(leaving);
    signsOfLife.forEach((sign) => {
      window.removeEventListener(sign, notice, { capture: true });
    });
  };
}

export function useIsAttended(): boolean {
  return useSyncExternalStore(subscribe, () => isAttended);
}

/** How often to ask again: not at all while nobody is there. A hidden page does not ask either; react-query sees to that. */
export function useRefreshInterval(everyMs: number): number | false {
  return useIsAttended() ? everyMs : false;
}
