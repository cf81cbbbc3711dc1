import type { RefusalCode } from '../../domain/refusals.ts';

export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: { attemptsLeft?: number; retryAt?: string } = {},
  ) {
    super(code);
  }
}
