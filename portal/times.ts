import { useEffect, useState } from 'react';
import { serverNow } from './server.ts';

// The pages are in English; of its spellings, take the reader's own.
const spelling = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';

const instant = new Intl.DateTimeFormat(spelling, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});
const day = new Intl.DateTimeFormat(spelling, { dateStyle: 'long' });

export function spellInstant(at: string): string {
  return instant.format(new Date(at));
}

export function spellDay(at: string): string {
  return day.format(new Date(at));
}

/** `9:41`, and never below `0:00`. */
export function spellRemaining(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The server's time in ms, anew each second. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const beat = setInterval(() => {
      setNow(serverNow());
    }, 1_000);
    return () => {
      clearInterval(beat);
    };
  }, []);
  return now;
}
