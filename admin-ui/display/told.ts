import { NoAnswerError, ProblemError } from '../../contracts/client.ts';
import { SignInRefused } from '../sign-in/staff-auth.ts';

export interface Told {
  title: string;
  detail: string;
  requestId?: string;
  retryAt?: string;
  recovery?: string;
  fields?: { path: string; message: string }[];
}

/** What a person is told about an error: the API's own words where there are any. */
export function told(error: unknown): Told {
  if (error instanceof ProblemError) {
    const { title, detail, requestId, retryAt, recovery, errors: fields } = error.problem;
    return {
      title,
      detail,
      requestId,
      ...(retryAt && { retryAt }),
      ...(recovery && { recovery }),
      ...(fields && { fields }),
    };
  }
  if (error instanceof SignInRefused) return { title: error.message, detail: '' };
  if (error instanceof NoAnswerError)
    return {
      title: 'The server did not answer.',
      detail: 'Whether anything happened is not known. Trying the same again is safe.',
    };
  return {
    title: 'The page could not read the answer.',
    detail: 'Reload the page; if it persists, tell an administrator.',
  };
}
