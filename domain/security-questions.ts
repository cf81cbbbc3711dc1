import { keyedDigest, subkey } from './keys.ts';

/** Security questions (security.md Q-*): weak by nature, and therefore never asked alone unless policy says so. */

/** Ids never change their meaning: answers hang on them. */
export const securityQuestions = {
  'first-teacher': 'What was the surname of your first teacher?',
  'childhood-friend': 'What was the nickname of your best friend as a child?',
  'first-concert': 'Whose was the first concert you went to?',
  'holiday-place': 'In which village or town did you spend your best holiday as a child?',
  'first-colleague': 'What was the first name of the colleague you first shared an office with?',
  'first-meal': 'Which was the first dish that you learnt to cook?',
  'stuffed-animal': 'What was the name of your favourite stuffed animal?',
  neighbour: 'What was the surname of the neighbours you grew up next to?',
  'lost-thing': 'What was the first thing of value that you ever lost?',
  'grandparents-street': 'In which street did a grandparent of yours live?',
} as const;

export type QuestionId = keyof typeof securityQuestions;
export const questionIds = Object.keys(securityQuestions) as QuestionId[];

/** how many must be set, and how many of them are asked. */
export const questionsSet = 5;
export const questionsAsked = 3;

const punctuation = /[.,;:!?'"`´’‘“”„«»()[\]{}<>/\\|_*#&+=~^°·•…‐‑‒–—-]/gu;

/**
 * an answer as it is compared: compatibility forms, case, blanks and punctuation do not count. The Turkish İ and ı count as i,
 * because which of them a keyboard gives depends on its language.
 * @returns undefined when fewer than 3 or more than 128 code points are left
 */
export function normalAnswer(typed: string): string | undefined {
  if (typed.length > 512) return undefined;
  const folded = foldedCase(typed.normalize('NFKC')).normalize('NFKC');
  const dotless = folded.replaceAll('i\u0307', 'i').replaceAll('ı', 'i');
  const plain = dotless
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(punctuation, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const { length } = Array.from(plain);
  return length >= 3 && length <= 128 ? plain : undefined;
}

/** Full case folding (Unicode, D145) by way of capital letters, in which ß is SS and both Greek sigmas are one. */
function foldedCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

export type AnswerFault = 'too-short-or-long' | 'guessable' | 'same-as-another';

export interface GivenAnswer {
  question: QuestionId;
  answer: string;
}

/**
 * what is wrong with answers that somebody wants to set, by question; empty when nothing is.
 * @param known words that others know of this person, such as their name and address
 * @param isCommon whether a normalised answer is one of those that everybody gives
 */
export function faultsOf(
  given: GivenAnswer[],
  known: string[],
  isCommon: (answer: string) => boolean,
): Map<QuestionId, AnswerFault> {
  const faults = new Map<QuestionId, AnswerFault>();
  const seen = new Set<string>();
  const denied = new Set(known.flatMap(wordsOf));
  for (const { question, answer } of given) {
    const plain = normalAnswer(answer);
    const inQuestion = new Set(wordsOf(securityQuestions[question]));
    if (plain === undefined) faults.set(question, 'too-short-or-long');
    else if (seen.has(plain)) faults.set(question, 'same-as-another');
    else if (isCommon(plain) || wordsOf(plain).every((word) => denied.has(word) || inQuestion.has(word)))
      faults.set(question, 'guessable');
    if (plain !== undefined) seen.add(plain);
  }
  return faults;
}

function wordsOf(text: string): string[] {
  return (normalAnswer(text.replaceAll('@', ' ')) ?? text.toLowerCase()).split(' ');
}

/** What is hashed in place of an answer: keyed, so that hashes alone tell nobody anything. @param plain normalised */
export function answerDigest(masterKey: Uint8Array, accountId: string, question: string, plain: string): string {
  return keyedDigest(subkey(masterKey, 'answers', accountId), question, plain);
}
