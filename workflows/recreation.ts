import { activities } from './activities.ts';
import { BrowserOfOwner } from './browser.ts';
import { ownerIsKnown } from './known-owner.ts';
import type { Outcome, RecreationInput } from './messages.ts';
import { Recovery } from './recovery.ts';
import { softTokenRegisters } from './soft-token.ts';

/** Guide 003: its owner has misplaced a token and makes it anew, with an app that may have no network. */
export async function recreation(input: RecreationInput): Promise<Outcome> {
  const recovery = new Recovery('recreation', input);
  let rounds = 0;

  // 1. Choose I have misplaced my token, then sign in once more.
  recovery.enter('request');
  const open = async () => {
    const opened = await activities.openRecreation(input);
    if ('rounds' in opened) rounds = opened.rounds;
    return opened;
  };

  return recovery.tell(open, async ({ issuedAt }) => {
    const owner = new BrowserOfOwner(recovery, input, issuedAt);
    if (input.way !== 'questions') {
      // 2. Enter the code that we mailed you.
      recovery.enter('prove-ownership');
      await owner.proves();
    }

    // 3. Answer your security questions, or contact support.
    recovery.enter('answer-questions');
    await ownerIsKnown(owner, rounds);

    // 4. Choose what has happened, then Yes.
    recovery.enter('choose-action');
    await owner.settles('recreate', ({ by, reason }) =>
      activities.suspendToken({ ...recovery.transition(by), reason }),
    );

    // 5. Enter serial number and activation code in the app, and its registration code here.   6. Enter the first code.
    recovery.enter('register');
    await softTokenRegisters(owner, input.startOvers);
    // 7. Your new token is ready.
    recovery.enter('switch');
  });
}
