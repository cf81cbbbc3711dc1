import { useEffect, useRef, useState } from 'react';
import { troubleOf } from '../text/trouble.ts';
import type { Trouble } from '../text/words-of-trouble.ts';

/** Looks at once, and again `everyMs` after each look while the page is visible. @returns what went wrong the last time */
export function useWatch(look: () => Promise<void>, everyMs: number): Trouble | undefined {
  const [trouble, setTrouble] = useState<Trouble>();
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const lookOnce = () =>
      latest.current().then(
        () => undefined,
        (error: unknown) => troubleOf(error),
      );
    const watch = async () => {
      const met = document.visibilityState === 'visible' ? await lookOnce() : undefined;
      if (isOver) return;
      setTrouble(met);
      timer = setTimeout(() => void watch(), everyMs);
    };
    void watch();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [everyMs]);
  return trouble;
}
