import { useState } from 'react';

/**
 * An Idempotency-Key for each set of facts. It belongs to what is asked and not to the click: after a lost answer the same deed is
 * asked again, and done once; other facts are another deed.
 */
export function useKeyOf(): (facts: unknown) => string {
  const [keys] = useState(() => new Map<string, string>());
  return (facts) => {
    const spelled = JSON.stringify(facts);
    const key = keys.get(spelled) ?? crypto.randomUUID();
    keys.set(spelled, key);
    return key;
  };
}
