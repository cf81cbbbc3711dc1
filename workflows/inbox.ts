import { ApplicationFailure, defineUpdate, setHandler } from '@temporalio/workflow';
import { refusals, type RefusalCode, type RefusalFacts } from '../domain/refusals.ts';
import type { MessageName, Messages } from './messages.ts';

/** A business no: the update fails with the code, and nothing is tried again (temporal.md P15). */
export function refuse(code: RefusalCode, facts: RefusalFacts = {}): ApplicationFailure {
  return ApplicationFailure.create({ message: refusals[code].title, type: code, nonRetryable: true, details: [facts] });
}

const messageNames = [
  'enter-mail-code',
  'resend-mail-code',
  'scan',
  'confirm-pairing',
  'activate',
  'claim',
  'answer-questions',
  'ask-support',
  'verify-caller',
  'decide-caller',
  'recreate',
  'start-over',
  'register',
  'first-code',
  'extend',
  'cancel',
] as const satisfies MessageName[];

/** A person's message, waiting to be answered by the story. */
export interface Submission<N extends MessageName = MessageName> {
  name: N;
  message: Messages[N];
  answer(): void;
  refuse(code: RefusalCode, facts?: RefusalFacts): void;
}

/**
 * What people say to a recovery, in the order it came. Handlers only put messages here and wait for their answer, so that the story
 * takes up one at a time (temporal.md P7).
 */
export class Inbox {
  private readonly waiting: Submission[] = [];
  /** Everybody who waits for an answer, also after the story has taken their message up. */
  private readonly unanswered = new Set<Submission>();

  /** @param admit throws a refusal before anything is written; it must change nothing (temporal.md P2) */
  constructor(admit: (name: MessageName, message: Messages[MessageName]) => void) {
    for (const name of messageNames) {
      setHandler(defineUpdate<undefined, [Messages[typeof name]]>(name), (message) => this.submit(name, message), {
        validator: (message: Messages[typeof name]) => {
          admit(name, message);
        },
      });
    }
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  count(name: MessageName): number {
    return this.waiting.filter((submission) => submission.name === name).length;
  }

  take(): Submission | undefined {
    return this.waiting.shift();
  }

  refuseAll(code: RefusalCode): void {
    for (const submission of this.unanswered) submission.refuse(code);
  }

  private submit<N extends MessageName>(name: N, message: Messages[N]): Promise<undefined> {
    return new Promise((resolve, reject) => {
      const submission: Submission<N> = {
        name,
        message,
        answer: () => {
          this.unanswered.delete(submission);
          resolve(undefined);
        },
        refuse: (code, facts) => {
          this.unanswered.delete(submission);
          reject(refuse(code, facts));
        },
      };
      this.unanswered.add(submission);
      this.waiting.push(submission);
    });
  }
}

export function isFor<N extends MessageName>(
  submission: Submission,
  name: N,
): submission is Submission<N> & Submission {
  return submission.name === name;
}

export function isOneOf<N extends MessageName>(
  submission: Submission,
  names: readonly N[],
): submission is { [K in N]: Submission<K> }[N] & Submission {
  return names.some((name) => name === submission.name);
}
