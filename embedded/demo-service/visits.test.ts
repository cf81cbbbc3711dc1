import { describe, expect, it } from 'vitest';
import { Visits, type Visit } from './visits.ts';

const aVisit = (userName: string): Visit => ({
  userName,
  signIn: 'sgn_b3BlbnNlc2FtZW9wZW5zZQ',
  number: '42',
  expiresAt: '2026-11-22T09:32:00.000Z',
  state: 'pending',
});

describe('visits', () => {
  it('are found by what their browser shows, and by nothing else', () => {
    const visits = new Visits();
    const [ana, ben] = [visits.open(aVisit('ana')), visits.open(aVisit('ben'))];
    expect(visits.at(ana)?.userName).toBe('ana');
    expect(visits.at(ben)?.userName).toBe('ben');
    expect([visits.at(undefined), visits.at(''), visits.at(`${ana}x`)]).toEqual([undefined, undefined, undefined]);
    visits.close(ana);
    expect(visits.at(ana)).toBeUndefined();
  });

  it('do not fill the memory: the oldest makes room', () => {
    const visits = new Visits(2);
    const [first, second, third] = ['a', 'b', 'c'].map((name) => visits.open(aVisit(name)));
    expect([first, second, third].map((id) => visits.at(id)?.userName)).toEqual([undefined, 'b', 'c']);
  });
});
