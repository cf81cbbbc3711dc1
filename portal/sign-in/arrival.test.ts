import { describe, expect, it } from 'vitest';
import { readArrival } from './arrival.ts';

describe('where a sign-in leads', () => {
  it('goes back to where one was, with the reason said', () => {
    const arrival = readArrival({ back: '/recoveries?x=1', reason: 'expired' });
    expect(arrival.back).toBe('/recoveries?x=1');
    expect(arrival.sentence).toContain('session has ended');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'never leaves this site for %j',
    (back) => {
      expect(readArrival({ back }).back).toBe('/');
    },
  );

  it('starts at the front page when nothing is known', () => {
    expect(readArrival(null)).toEqual({ back: '/', sentence: undefined });
    expect(readArrival('rubbish')).toEqual({ back: '/', sentence: undefined });
  });
});
