import type { Refusal } from '../domain/refusals.ts';
import { activities, type Standing } from './activities.ts';
import type { Submission } from './inbox.ts';
import type { MessageName, Messages, RecreationInput } from './messages.ts';
import { judged, nextCode, type Challenge } from './owner.ts';
import type { Recovery } from './recovery.ts';

type Asking = { [N in MessageName]: Messages[N] extends { browser: string } ? N : never }[MessageName];

/**
 * The browser in which its owner goes on with a recovery. Whoever has the password alone sees nothing in another one: there, a code
 * is mailed first, at whatever step the recovery stands.
 */
export class BrowserOfOwner {
  private challenge: Challenge;

  constructor(
    readonly recovery: Recovery,
    input: RecreationInput,
    issuedAt: number,
  ) {
    const isMailed = input.way !== 'questions';
    this.challenge = { issue: isMailed ? 1 : 0, issuedAt: isMailed ? issuedAt : 0, boundTo: input.boundTo };
    if (!isMailed) recovery.browser = input.boundTo;
  }

  /** The first mailed code. */
  async proves(): Promise<void> {
    while (this.recovery.browser === undefined)
      await this.hears(await this.recovery.next('enter-mail-code', 'resend-mail-code'));
  }

  /** The next of the expected messages: of the owner only from this browser. */
  async next<N extends MessageName>(...expected: N[]): Promise<{ [K in N]: Submission<K> }[N]> {
    for (;;) {
      const asked: Submission = await this.recovery.next<MessageName>(
        ...expected,
        'enter-mail-code',
        'resend-mail-code',
      );
      const { message } = asked;
      if (asked.name === 'enter-mail-code' || asked.name === 'resend-mail-code')
        await this.hears(asked as Parameters<typeof this.hears>[0]);
      else if ('browser' in message && message.browser !== this.recovery.browser) asked.refuse('other-browser');
      else return asked as { [K in N]: Submission<K> }[N];
    }
  }

  /** A step that is one message and one transition. */
  async settles<N extends Asking>(
    name: N,
    settle: (message: Messages[N]) => Promise<Standing | Refusal>,
  ): Promise<void> {
    for (;;) {
      const asked = (await this.next(name)) as Submission<N> & Submission;
      if (this.recovery.settle(asked, await settle(asked.message)) === undefined) continue;
      asked.answer();
      return;
    }
  }

  private async hears(
    asked: (Submission<'enter-mail-code'> | Submission<'resend-mail-code'>) & Submission,
  ): Promise<void> {
    const { recovery, challenge } = this;
    if (asked.name === 'resend-mail-code') {
      this.challenge = await nextCode(recovery, asked, challenge);
      return;
    }
    const { by, digest } = asked.message;
    const { step } = recovery;
    const proven = await judged(recovery, asked, () =>
      activities.proveBrowser({ ...recovery.transition(by), digest, ...challenge, step }),
    );
    if (proven === undefined) return;
    recovery.browser = challenge.boundTo;
    asked.answer();
  }
}
