import { spellInstant } from '../times.ts';

/** A moment in the reader's own time, with its zone. */
export function When({ at }: { at: string }) {
  return <time dateTime={at}>{spellInstant(at)}</time>;
}
