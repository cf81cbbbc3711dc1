import { relative, span } from '../display/relative.ts';

/** By when support means to have answered: what is left, or how late it is. */
export function answerByWords(at: number, now: number): string {
  return isLate(at, now) ? `${span(now - at)} overdue` : relative(at, now);
}

export function isLate(at: number, now: number): boolean {
  return now > at;
}
