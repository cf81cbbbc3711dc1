import { describe, expect, it } from 'vitest';
import { CreateAccount, CreateStaffMember } from '../../contracts/accounts.ts';
import { ProblemError } from '../../contracts/client.ts';
import { RefusedForm, validateBy, withoutBlanks } from './field-errors.ts';

const ana = { userName: 'ana', name: 'Ana Ortiz', email: 'ana@example.org', locale: 'en' };

describe('a form checked by its contract', () => {
  it('has nothing to say about what the API would take', () => {
    expect(validateBy(CreateAccount)(ana)).toEqual({});
  });

  it('tells each field what it lacks, in words', () => {
    const validate = validateBy(CreateAccount);
    expect(validate({ ...ana, userName: 'Ana!', email: 'nowhere', name: null })).toEqual({
      userName: 'This is not in the right form',
      email: 'This is not an e-mail address',
      name: 'This is needed',
    });
    expect(validateBy(CreateStaffMember)({ ...ana, role: 'agent', password: 'short' })['password']).toBe(
      'At least 12 characters',
    );
  });

  it('takes an empty input for an absent one', () => {
    expect(withoutBlanks({ a: '', b: null, c: undefined, d: 'x', e: 0 })).toEqual({ d: 'x', e: 0 });
  });
});

it('shows a refusal beside the fields that the API names', () => {
  const refusal = new ProblemError({
    type: 'https://latchkey.invalid/problems/invalid-request',
    code: 'invalid-request',
    title: 'The request is not well formed.',
    detail: 'Correct it.',
    status: 400,
    requestId: 'r1',
    errors: [{ path: 'email', message: 'Too long' }],
  });
  expect(new RefusedForm(refusal).body).toEqual({ errors: { email: 'Too long' } });
});
