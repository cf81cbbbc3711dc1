import { ProblemError } from '../contracts/client.ts';
import type { RefusalCode } from '../domain/refusals.ts';

/** Prints what a guide tells, as it happens, and stops at the first thing that is not so. */
export function step(text: string): void {
  console.log(`  ✓ ${text}`);
}

export function chapter(title: string): void {
  console.log(`\n${title}`);
}

export function expectThat(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`the guide says otherwise: ${what}`);
}

/** The refusal that something must meet. */
export async function expectRefusal(code: RefusalCode, work: () => Promise<unknown>): Promise<ProblemError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === code) return error;
    throw error;
  }
  throw new Error(`should have been refused as ${code}`);
}
