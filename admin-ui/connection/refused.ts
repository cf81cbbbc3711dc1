import { ProblemError } from '../../contracts/client.ts';
import type { RefusalCode } from '../../domain/refusals.ts';

export function isRefusedWith(error: unknown, code: RefusalCode): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}
