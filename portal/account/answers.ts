import { ProblemError } from '../../contracts/client.ts';
import type { QuestionId } from '../../domain/security-questions.ts';

/** What stands in the answer fields: memory only, and gone with the page. */
export type TypedAnswers = Partial<Record<QuestionId, string>>;

export function isAnythingTyped(typed: TypedAnswers): boolean {
  return givenAnswers(typed).length > 0;
}

/** A field that is left blank is a question that is not chosen. */
export function givenAnswers(typed: TypedAnswers): { question: QuestionId; answer: string }[] {
  return Object.entries(typed)
    .map(([question, answer]) => ({ question: question as QuestionId, answer: answer.trim() }))
    .filter(({ answer }) => answer !== '');
}

/** `3 of at least 5 answered`. */
export function spellCount(given: number, needed: number): string {
  return given < needed ? `${String(given)} of at least ${String(needed)} answered` : `${String(given)} answered`;
}

/** What is wrong with which answer, as the server said it. */
export function faultsOf(error: unknown): Partial<Record<string, string>> {
  if (!(error instanceof ProblemError) || error.problem.code !== 'answers-refused') return {};
  return Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message]));
}
