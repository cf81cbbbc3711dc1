import { useState } from 'react';
import { NoAnswerError } from '../contracts/client.ts';
import { isRefused } from './query-client.ts';
import { newKey } from './server.ts';

/**
 * An Idempotency-Key that stays the same until the outcome is known: however often a button is pressed, and whatever answers are
 * lost, the deed is done once. After a plain yes or no the next press is a new request, and not the former one told again.
 */
export function useOnce() {
  const [key, setKey] = useState(newKey);
  return {
    key,
    settle: (error: Error | null) => {
      const isUnknown = error instanceof NoAnswerError || isRefused(error, 'outcome-pending');
      if (!isUnknown) setKey(newKey());
    },
  };
}
