import { dictionary } from '@zxcvbn-ts/language-common';
import { normalAnswer } from '../domain/security-questions.ts';

/** the thousand that are tried first. */
const common = new Set(dictionary['passwords-common'].slice(0, 1_000).map((word) => normalAnswer(word) ?? word));

/** @param plain normalised */
export function isCommonAnswer(plain: string): boolean {
  return common.has(plain);
}
