import { useState } from 'react';
import type { TransferPolicy } from '../../contracts/transfer.ts';
import { draftOf, isSame, names, settingsFrom, settingsOf, type Draft } from './settings.ts';

/** The settings with what was changed on this page laid over them: what a colleague changes meanwhile is not undone by saving. */
export function useDraft(policy: TransferPolicy) {
  const [changes, setChanges] = useState<Partial<Draft>>({});
  const before = settingsOf(policy);
  const draft = { ...draftOf(before), ...changes };
  /** `undefined` while the address can be none. */
  const after = settingsFrom(draft);
  const isChanged = (name: (typeof names)[number]) =>
    after === undefined ? !isSame(draft, draftOf(before), name) : !isSame(after, before, name);
  return {
    before,
    draft,
    after,
    changed: names.filter(isChanged),
    change: (change: Partial<Draft>) => {
      setChanges({ ...changes, ...change });
    },
    discard: () => {
      setChanges({});
    },
  };
}
