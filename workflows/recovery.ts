import {
  allHandlersFinished,
  CancellationScope,
  condition,
  defineSignal,
  defineUpdate,
  isCancellation,
  log,
  setHandler,
} from '@temporalio/workflow';
import { guides, type StepId } from '../domain/guides.ts';
import { isRefusal, refusal, type Refusal } from '../domain/refusals.ts';
import { system, type Actor, type ClosedState, type RecoveryKind } from '../domain/words.ts';
import { activities, type Standing } from './activities.ts';
import { Inbox, isFor, isOneOf, refuse, type Submission } from './inbox.ts';
import {
  open as openName,
  takenOver,
  type MessageName,
  type Messages,
  type Opened,
  type Outcome,
  type RecoveryInput,
} from './messages.ts';

/** The story ends before its last step. */
class Ended extends Error {
  constructor(
    readonly ending: Exclude<ClosedState, 'completed'>,
    readonly by: Actor,
    readonly reason: string | undefined,
    readonly asked?: Submission,
  ) {
    super(ending);
  }
}

/** What every flow stands on: its step, its deadline, the messages of people, and the promise to undo. */
export class Recovery {
  step: StepId;
  deadline = Infinity;
  attemptsLeft: number;
  extensionsLeft: number;
  /** Where its owner goes on; only what is asked in a browser minds. */
  browser: string | undefined;
  private seq = 0;
  private expects: readonly MessageName[] = [];
  private readonly inbox: Inbox;
  private readonly pendingMails: Promise<void>[] = [];
  private opening: 'pending' | 'open' | Refusal = 'pending';
  private isClosed = false;
  private isTakenOver = false;

  constructor(
    readonly kind: RecoveryKind,
    readonly input: RecoveryInput,
  ) {
    this.step = guides[kind][0].id;
    this.attemptsLeft = input.policy.attempts;
    this.extensionsLeft = input.policy.extensions;
    this.inbox = new Inbox((name, message) => {
      this.admit(name, message);
    });
    this.listen();
  }

  private listen(): void {
    setHandler(defineUpdate<Opened>(openName), async () => {
      await condition(() => this.opening !== 'pending');
      if (isRefusal(this.opening)) throw refuse(this.opening.refused, this.opening.facts);
      return { requestHash: this.input.requestHash };
    });
    setHandler(defineSignal(takenOver), () => {
      this.isTakenOver = true;
    });
  }

  /** Says no before anything is written; never changes anything (temporal.md P2). */
  private admit(name: MessageName, message: Messages[MessageName]): void {
    if (message.account !== undefined && message.account !== this.input.accountId) throw refuse('not-found');
    if (this.isClosed) throw refuse('already-finished');
    const isExpected = this.expects.includes(name) || (this.opening === 'pending' && name === 'cancel');
    if (!isExpected) throw refuse(name === 'extend' ? 'not-possible' : 'wrong-step');
    if ('at' in message && message.at !== undefined && message.at !== this.step) throw refuse('wrong-step');
    if ('browser' in message && message.browser !== this.browser) throw refuse('other-browser');
    if (name === 'extend' && this.extensionsLeft === 0) throw refuse('not-possible');
    if (name === 'enter-mail-code' && this.inbox.count(name) >= this.attemptsLeft)
      throw refuse('attempts-exhausted', { attemptsLeft: 0 });
  }

  /** Enters a step of the guide. */
  enter(step: StepId): void {
    this.step = step;
    log.debug('entered a step', { step });
  }

  /** The number of the next transition, with the recovery's id: together its idempotency key. A refused one leaves the number free. */
  transition(by: Actor): { recoveryId: string; seq: number; by: Actor } {
    return { recoveryId: this.input.recoveryId, seq: this.seq + 1, by };
  }

  /** Takes over what a transition brought about, and sees to a message that could not leave at once. */
  stands(standing: Standing): void {
    this.seq += 1;
    this.deadline = standing.deadline;
    if (standing.mailPending) this.deliverLater(this.seq);
  }

  /**
   * Takes over a step's outcome, or refuses whoever asked for it; a refused step has changed nothing, and the story waits on.
   * @returns what the step left behind, or undefined when it was refused
   */
  settle<S extends Standing>(asked: Submission, outcome: S | Refusal): S | undefined {
    if (isRefusal(outcome)) {
      asked.refuse(outcome.refused, outcome.facts);
      return undefined;
    }
    this.stands(outcome);
    return outcome;
  }

  private deliverLater(seq: number): void {
    this.pendingMails.push(
      CancellationScope.nonCancellable(() =>
        activities.deliverStepMail({ recoveryId: this.input.recoveryId, seq }),
      ).catch((error: unknown) => {
        // A message that will never leave must not undo what the person has achieved; the console shows it as failed.
        log.error('message given up', { error });
      }),
    );
  }

  /**
   * The next of the expected messages. Prolonging and cancelling are answered here, at every step alike.
   * @throws Ended when the recovery was cancelled, taken over or ran out of time
   */
  async next<N extends MessageName>(...expected: N[]): Promise<{ [K in N]: Submission<K> }[N]> {
    this.expects = [...expected, 'extend', 'cancel'];
    for (;;) {
      const isMoved = await condition(
        () => !this.inbox.isEmpty || this.isTakenOver,
        Math.max(this.deadline - Date.now(), 1),
      );
      const submission = this.inbox.take();
      if (this.isTakenOver) throw new Ended('cancelled', system, 'taken-over', submission);
      if (submission === undefined) {
        if (!isMoved && Date.now() >= this.deadline) throw new Ended('expired', system, undefined);
      } else if (isFor(submission, 'cancel')) {
        // It may have waited while the code before it was accepted: CLOSE is for the step it was pressed at, and no other.
        const { at } = submission.message;
        if (at !== undefined && at !== this.step) {
          submission.refuse('wrong-step');
          continue;
        }
        throw new Ended('cancelled', submission.message.by, submission.message.reason, submission);
      } else if (isFor(submission, 'extend')) {
        await this.extend(submission);
      } else if (isOneOf(submission, expected)) {
        return submission;
      } else {
        submission.refuse('wrong-step');
      }
    }
  }

  private async extend(submission: Submission<'extend'>): Promise<void> {
    const { by, reason } = submission.message;
    if (this.extensionsLeft === 0) {
      submission.refuse('not-possible');
      return;
    }
    this.extensionsLeft -= 1;
    const deadline = this.deadline + this.input.policy.extendByMs;
    const extended = await activities.extendDeadline({ ...this.transition(by), deadline, reason });
    if (this.settle(submission, extended)) submission.answer();
  }

  /** The wrong answer that was one too many. */
  lock(submission: Submission): never {
    throw new Ended('locked', system, undefined, submission);
  }

  /**
   * Tells the story from its opening to its end. However it ends early, what it reserved is given back, also when the workflow is
   * cancelled (temporal.md P11). Steps run to their end once begun; only waiting can be cancelled.
   */
  async tell(open: () => Promise<Standing | Refusal>, story: (opened: Standing) => Promise<void>): Promise<Outcome> {
    let outcome: Outcome = 'completed';
    let asked: Submission | undefined;
    try {
      const opened = await CancellationScope.nonCancellable(open);
      if (isRefusal(opened)) {
        outcome = 'refused';
        this.opening = opened;
      } else {
        this.stands(opened);
        this.opening = 'open';
        await story(opened);
      }
    } catch (error) {
      const ended =
        error instanceof Ended ? error : new Ended(isCancellation(error) ? 'cancelled' : 'failed', system, undefined);
      if (!(error instanceof Ended) && !isCancellation(error)) log.error('a step failed for good', { error });
      asked = ended.asked;
      outcome = await this.undo(ended);
    }
    this.isClosed = true;
    if (this.opening === 'pending') this.opening = refusal('internal');
    this.answerLast(asked, outcome);
    await CancellationScope.nonCancellable(async () => {
      await condition(allHandlersFinished);
      await Promise.all(this.pendingMails);
    });
    return outcome;
  }

  private async undo({ ending, by, reason }: Ended): Promise<Outcome> {
    const closed = await CancellationScope.nonCancellable(() =>
      activities.closeRecovery({
        recoveryId: this.input.recoveryId,
        by,
        ending,
        ...(reason === undefined ? {} : { reason }),
      }),
    );
    if (closed.mailPending) this.deliverLater(closed.seq);
    return closed.state;
  }

  private answerLast(asked: Submission | undefined, outcome: Outcome): void {
    if (asked?.name === 'cancel' && outcome === 'cancelled') asked.answer();
    else if (outcome === 'locked') asked?.refuse('attempts-exhausted', { attemptsLeft: 0 });
    else asked?.refuse('already-finished');
    this.inbox.refuseAll(outcome === 'locked' ? 'attempts-exhausted' : 'already-finished');
  }
}
