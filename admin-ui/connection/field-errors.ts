import type { z } from 'zod';
import { ProblemError } from '../../contracts/client.ts';

type FieldErrors = Record<string, string>;

/** A react-admin `validate` from a contract: the form says what the API would. */
export function validateBy(schema: z.ZodType) {
  return (values: unknown): FieldErrors => {
    const read = schema.safeParse(withoutBlanks(values));
    if (read.success) return {};
    return Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), sentence(issue)]));
  };
}

/** An issue as the person at the form would put it. */
function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return 'This is needed';
    case 'invalid_value':
      return 'Choose one';
    case 'too_small':
      return `At least ${String(issue.minimum)} characters`;
    case 'too_big':
      return `At most ${String(issue.maximum)} characters`;
    case 'invalid_format':
      return issue.format === 'email' ? 'This is not an e-mail address' : 'This is not in the right form';
    default:
      return issue.message;
  }
}

/** Empty inputs are absent, not null: the contracts are strict. */
export function withoutBlanks(values: unknown): Record<string, unknown> {
  const entries = Object.entries(values ?? {}) as [string, unknown][];
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== '' && value !== undefined));
}

/** A refused form: react-admin looks for `body.errors` and shows each beside its field. */
export class RefusedForm extends ProblemError {
  readonly body: { errors: FieldErrors };

  constructor(refusal: ProblemError) {
    super(refusal.problem);
    const errors = refusal.problem.errors ?? [];
    this.body = { errors: Object.fromEntries(errors.map(({ path, message }) => [path, message])) };
  }
}

export function asFormError(error: unknown): never {
  throw error instanceof ProblemError ? new RefusedForm(error) : error;
}
