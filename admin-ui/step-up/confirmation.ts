import { useSyncExternalStore } from 'react';

/** A question to the person at the desk, put by an operation that waits for the answer. */
export interface Confirmation {
  answer: (isConfirmed: boolean) => void;
}

interface Open extends Confirmation {
  answered: Promise<boolean>;
}

const listeners = new Set<() => void>();
let open: Open | undefined;

function become(next: Open | undefined): void {
  open = next;
  listeners.forEach((tell) => {
    tell();
  });
}

/** Has the person confirm once more who they are (S-05); operations that ask at the same time share one question. */
export function confirmWhoYouAre(): Promise<boolean> {
  return open?.answered ?? put();
}

function put(): Promise<boolean> {
  let answer: Confirmation['answer'] = () => undefined;
  const answered = new Promise<boolean>((resolve) => {
    answer = (isConfirmed) => {
      become(undefined);
      resolve(isConfirmed);
    };
  });
  become({ answered, answer });
  return answered;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConfirmation(): Confirmation | undefined {
  return useSyncExternalStore(subscribe, () => open);
}
