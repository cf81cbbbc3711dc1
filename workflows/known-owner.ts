import { activities } from './activities.ts';
import type { BrowserOfOwner } from './browser.ts';
import type { Submission } from './inbox.ts';
import type { Recovery } from './recovery.ts';

/** So that no history grows without end (W-05). */
const mostVerifications = 5;

interface Standing {
  roundsLeft: number;
  isWithSupport: boolean;
  isVerified: boolean;
  verificationsLeft: number;
}

/**
 * *Answer your security questions*. Whoever cannot contacts support: the recovery waits in their queue until an agent has made sure
 * who calls and a supervisor has agreed, and goes on where it stood.
 */
export async function ownerIsKnown(owner: BrowserOfOwner, rounds: number): Promise<void> {
  const { recovery } = owner;
  const standing: Standing = {
    roundsLeft: rounds,
    isWithSupport: false,
    isVerified: false,
    verificationsLeft: mostVerifications,
  };
  for (;;) {
    const asked = await owner.next('answer-questions', 'ask-support', 'verify-caller', 'decide-caller');
    if (asked.name === 'answer-questions') {
      if (await answersAreRight(recovery, asked, standing)) return;
    } else if (asked.name === 'ask-support') {
      await waitForSupport(recovery, asked, standing);
    } else if (asked.name === 'verify-caller') {
      await noteVerification(recovery, asked, standing);
    } else if (await isApproved(recovery, asked, standing)) {
      return;
    }
  }
}

async function answersAreRight(
  recovery: Recovery,
  asked: Submission<'answer-questions'> & Submission,
  standing: Standing,
): Promise<boolean> {
  if (standing.roundsLeft === 0) {
    asked.refuse('no-questions');
    return false;
  }
  // Counted before they are judged, by the workflow's own history.
  standing.roundsLeft -= 1;
  const { by, sealed } = asked.message;
  const settled = recovery.settle(asked, await activities.settleAnswers({ ...recovery.transition(by), sealed }));
  if (settled === undefined) standing.roundsLeft += 1;
  else if (settled.isRight) asked.answer();
  else asked.refuse('wrong-answers', { attemptsLeft: standing.roundsLeft });
  return settled?.isRight === true;
}

async function waitForSupport(
  recovery: Recovery,
  asked: Submission<'ask-support'> & Submission,
  standing: Standing,
): Promise<void> {
  if (!standing.isWithSupport) {
    const waits = recovery.settle(asked, await activities.askSupport(recovery.transition(asked.message.by)));
    if (waits === undefined) return;
    standing.isWithSupport = true;
  }
  asked.answer();
}

async function noteVerification(
  recovery: Recovery,
  asked: Submission<'verify-caller'> & Submission,
  standing: Standing,
): Promise<void> {
  if (!standing.isWithSupport || standing.verificationsLeft === 0) {
    asked.refuse(standing.isWithSupport ? 'not-possible' : 'wrong-step');
    return;
  }
  const { by, how, note, name } = asked.message;
  const noted = await activities.recordVerification({ ...recovery.transition(by), how, note, name });
  if (recovery.settle(asked, noted) === undefined) return;
  standing.isVerified = true;
  standing.verificationsLeft -= 1;
  asked.answer();
}

/** Four eyes: whoever verified the caller is refused by the record itself. */
async function isApproved(
  recovery: Recovery,
  asked: Submission<'decide-caller'> & Submission,
  standing: Standing,
): Promise<boolean> {
  if (!standing.isVerified) {
    asked.refuse(standing.isWithSupport ? 'approval-required' : 'wrong-step');
    return false;
  }
  const { by, isApproved: isYes, verifiedAt, reason } = asked.message;
  const decision = { ...recovery.transition(by), isApproved: isYes, verifiedAt, reason };
  const decided = await activities.decideCaller(decision);
  if (recovery.settle(asked, decided) === undefined) return false;
  standing.isVerified = false;
  asked.answer();
  return isYes;
}
