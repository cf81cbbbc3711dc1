import { describe, expect, it } from 'vitest';
import { troubleByClock } from './trouble.ts';
import { closedStates } from './words.ts';

const now = Date.parse('2026-11-22T12:00:00.000Z');
const waiting = { state: 'awaiting-support', deadline: now + 1, respondBy: now - 1 } as const;

describe('what the clock tells of a recovery', () => {
  it('is that support has not answered in time, once that moment is over and not before', () => {
    expect(troubleByClock(waiting, now)).toEqual({ cause: 'support-late', since: now - 1 });
    expect(troubleByClock({ ...waiting, respondBy: now }, now)).toBeNull();
  });

  it('is first that its own deadline has passed', () => {
    const both = { ...waiting, deadline: now - 2 };
    expect(troubleByClock(both, now)).toEqual({ cause: 'deadline-passed', since: now - 2 });
  });

  it('is nothing where support has answered, was never asked, or where it has ended', () => {
    expect(troubleByClock({ ...waiting, state: 'proving' }, now)).toBeNull();
    expect(troubleByClock({ ...waiting, state: 'proving', respondBy: null }, now)).toBeNull();
    for (const state of closedStates) expect(troubleByClock({ ...waiting, state, deadline: 0 }, now)).toBeNull();
  });
});
