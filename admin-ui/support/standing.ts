import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { RecreationCase } from '../../contracts/recreation.ts';
import type { RecreationReason } from '../../domain/recreation.ts';

export const reasonWords: Record<RecreationReason, string> = {
  deleted: 'Deleted from the app',
  lost: 'Device lost',
  'new-device': 'Has a new device',
  'app-damaged': 'The app is damaged',
};

interface Asked {
  recreation: RecreationCase;
  isWaiting: boolean;
  userName: string;
  /** Who is signed in. */
  me: string | undefined;
}

/** Whose turn it is, and what for. */
export function standing({ recreation, isWaiting, userName, me }: Asked): string {
  const { support, mayVerify, mayDecide } = recreation;
  if (support === null) return 'Support has not been asked for help.';
  if (support.answeredAt !== null) return 'Support made sure who asks, and a supervisor let it go on.';
  if (!isWaiting) return 'It no longer waits for support.';
  const { verification } = support;
  if (verification === null)
    return mayVerify
      ? `Make sure that it is ${userName} who asks, and record how. A supervisor then decides.`
      : 'An agent makes sure who asks, and a supervisor then decides.';
  if (!verification.isGood) {
    const again = `That ${userName} asks was verified too long ago to decide on it.`;
    return mayVerify ? `${again} Make sure once more, and record how.` : `${again} An agent makes sure once more.`;
  }
  if (mayDecide) return `Does that prove that it is ${userName}? Let it go on, or send it back.`;
  const whom = verification.by.id === me ? 'you' : verification.by.name;
  return `A supervisor other than ${whom} decides now.`;
}

type Entry = CaseDetail['timeline'][number];

/** The verification that was sent back last, unless there is another one since. */
export function sentBack(timeline: Entry[]): Entry | undefined {
  const last = timeline.findLast(({ what }) => what.startsWith('caller-'));
  return last?.what === 'caller-declined' ? last : undefined;
}
