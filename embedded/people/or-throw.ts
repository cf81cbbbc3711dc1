import { isRefusal, type Refusal } from '../../domain/refusals.ts';

/** For set-up code, where a refusal is a mistake. */
export function orThrow<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`);
  return answer;
}
