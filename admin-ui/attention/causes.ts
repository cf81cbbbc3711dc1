import type { CaseRow } from '../../contracts/recoveries.ts';
import type { TroubleCause } from '../../domain/words.ts';
import { asWords, counted } from '../display/words.ts';
import { stepTitle, tokensAfter } from '../recoveries/words.ts';

export const causeWords: Record<TroubleCause, string> = {
  'deadline-passed': 'Deadline passed',
  'support-late': 'Support late',
  'activity-failing': 'Activity failing',
  'mail-bounced': 'Mail bounced',
  'workflow-gone': 'Workflow gone',
  'not-me': 'Not me',
  locked: 'Locked',
  expired: 'Expired',
  failed: 'Failed',
};

type Trouble = NonNullable<CaseRow['trouble']>;
type Case = Pick<CaseRow, 'kind' | 'way' | 'step' | 'account' | 'support'>;

/** `openRecovery` → `open recovery`. */
const deedOf = (activity: string | undefined) =>
  activity === undefined ? 'A step' : `“${asWords(activity.replace(/([A-Z])/g, ' $1').toLowerCase())}”`;

const saying = (before: string, error: string | undefined) =>
  error === undefined ? `${before}.` : `${before}: ${error.replace(/\.$/, '')}.`;

const sentences: Record<TroubleCause, (trouble: Trouble, of: Case) => string> = {
  'deadline-passed': () => 'Its deadline has passed, yet it is still open: it should have closed by itself.',
  'support-late': (_trouble, { account, support }) =>
    support?.isVerified === true
      ? `Support has not answered ${account.userName} in time: the caller is verified, and no supervisor has decided yet.`
      : `Support has not answered ${account.userName} in time: the caller has to be verified.`,
  'activity-failing': ({ activity, attempts, lastError }) =>
    saying(`${deedOf(activity)} has failed ${counted(attempts ?? 1, 'time')} and is being retried`, lastError),
  'mail-bounced': ({ lastError }, { account }) => saying(`A message to ${account.email} came back`, lastError),
  'workflow-gone': (_trouble, of) =>
    `The workflow that should have carried it on was gone, so it was closed. ${tokensAfter(of)}`,
  'not-me': (_trouble, { account }) => `${account.userName} pressed “this wasn’t me”: what was recovered is frozen.`,
  locked: (_trouble, of) => `Too many wrong codes were entered, so it closed. ${tokensAfter(of)}`,
  expired: (_trouble, of) => `Nobody got past “${stepTitle(of)}” in time. ${tokensAfter(of)}`,
  failed: ({ lastError }) => saying('It ended with an error of ours', lastError),
};

/** The cause in a sentence that an agent can read out. */
export function causeSentence(trouble: Trouble, of: Case): string {
  return sentences[trouble.cause](trouble, of);
}
