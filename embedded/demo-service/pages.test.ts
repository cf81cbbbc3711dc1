import { describe, expect, it } from 'vitest';
import { doorPage, insidePage, numberPage, overPage } from './pages.ts';

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;
const visit = {
  userName: hostile,
  signIn: 'sgn_b3BlbnNlc2FtZW9wZW5zZQ',
  number: '07',
  expiresAt: new Date(Date.now() + 120_000).toISOString(),
  state: 'pending' as const,
};

describe('a page of the demo service', () => {
  it.each([
    ['door', doorPage({ userName: hostile, why: hostile })],
    ['number', numberPage(visit)],
    ['inside', insidePage(visit)],
    ['refused', overPage(visit, 'refused')],
    ['expired', overPage(visit, 'expired')],
  ])('shows a user name as text, never as markup: %s', async (_name, page) => {
    const written = String(await page);
    expect(written).not.toMatch(/<script>|<img src=x/);
    expect(written).toContain('&lt;script&gt;');
  });

  it('shows the number whole, and never what the sign-in is called at Latchkey', async () => {
    const written = String(await numberPage(visit));
    expect(written).toContain('<p class="number">07</p>');
    expect(written).not.toContain('sgn_');
  });

  it('has no time below zero', async () => {
    const late = await numberPage({ ...visit, expiresAt: new Date(Date.now() - 5_000).toISOString() });
    expect(String(late)).toContain('data-left="0"');
  });
});
