import { describe, expect, it } from 'vitest';
import { blankCheck, blankHelp, checkFrom, helpFrom, type HelpForm } from './help.ts';

const filled: HelpForm = { how: 'call-back', note: ' Called back at 14:05 ', reason: 'Lost her note' };

describe('help for a caller', () => {
  it('carries how the caller was verified, and why', () => {
    expect(helpFrom(filled)).toEqual({
      callerCheck: { how: 'call-back', note: 'Called back at 14:05' },
      reason: 'Lost her note',
    });
  });

  it.each([
    ['a way of verifying', { how: '' as const }],
    ['a note', { note: '   x  ' }],
    ['a reason', { reason: 'no' }],
  ])('is not possible without %s', (_what, missing) => {
    expect(helpFrom({ ...filled, ...missing })).toBeUndefined();
  });

  it('is not possible with an empty form', () => {
    expect(helpFrom(blankHelp)).toBeUndefined();
  });
});

describe('how a caller was verified', () => {
  it('is a way and what exactly was done', () => {
    expect(checkFrom({ how: 'in-person', note: ' At the desk in Bilbao ' })).toEqual({
      how: 'in-person',
      note: 'At the desk in Bilbao',
    });
    expect(checkFrom({ how: 'in-person', note: '' })).toBeUndefined();
    expect(checkFrom(blankCheck)).toBeUndefined();
  });
});
