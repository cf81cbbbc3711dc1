import { useCallback, useState } from 'react';
import { troubleOf } from '../text/trouble.ts';
import type { Trouble } from '../text/words-of-trouble.ts';

/** One thing at a time, with what went wrong the last time. `attempt` never throws. */
export function useDeed() {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const attempt = useCallback(async (deed: () => Promise<void>) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await deed();
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  }, []);
  return { isBusy, trouble, attempt };
}
