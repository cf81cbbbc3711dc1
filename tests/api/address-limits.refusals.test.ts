import { describe, expect, test } from 'vitest';
import { Browser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import { useWorldWith } from './own-world.ts';
import { alike, problemIn } from './refused.ts';

const signIns = 15;
const links = 5;
// Behind a proxy, so that one machine can ask from many addresses.
const stage = useWorldWith({ signInsPerHour: signIns, anonymousPerHour: links }, { TRUSTED_PROXIES: '127.0.0.1' });

function post(path: string, forwardedFor: string, body: unknown): Promise<Response> {
  return new Browser(stage.cast.world.urls.portal).send(`/v1/portal/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
    body: JSON.stringify(body),
  });
}

const signIn = (from: string, email = 'nobody@example.org', typed = 'a wrong password') =>
  post('auth/sign-in/email', from, { email, password: typed });
const times = <T>(count: number, ask: (number: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, number) => ask(number)));
const statuses = (responses: Response[]) => [...new Set(responses.map(({ status }) => status))];

/** Refused for now, with the time after which it is worth asking again. */
async function isTurnedAway(response: Response) {
  const seconds = Number(response.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(3_600);
  const problem = await problemIn(response);
  expect(problem).toMatchObject({ code: 'rate-limited', status: 429 });
  return problem;
}

describe('L-01 from one address', () => {
  test('L-01 so many sign-ins an hour are judged; then not even the right password is, and others are served', async () => {
    const ana = await stage.cast.person('limited', 'samsung SM-G970F', 1);
    const from = '203.0.113.7';
    expect(statuses(await times(signIns, () => signIn(from)))).toEqual([401]);
    const unknown = await isTurnedAway(await signIn(from));
    const { retryAt, ...known } = alike(await isTurnedAway(await signIn(from, ana.email, password)));
    expect(retryAt).toBeDefined();
    expect(alike(unknown)).toMatchObject(known);
    expect((await signIn('203.0.113.8', ana.email, password)).status).toBe(200);
  });

  test('L-01 what a caller writes into X-Forwarded-For makes no other caller of them', async () => {
    const spoofed = (number: number) => `198.51.100.${String(number)}, 203.0.113.9`;
    expect(statuses(await times(signIns, (number) => signIn(spoofed(number))))).toEqual([401]);
    await isTurnedAway(await signIn(spoofed(200)));
  });

  test('L-01 the addresses of one IPv6 subscriber are one, and those of the next another', async () => {
    const subscriber = (number: number) => `2001:db8:0:7::${number.toString(16)}`;
    expect(statuses(await times(signIns, (number) => signIn(subscriber(number + 1))))).toEqual([401]);
    await isTurnedAway(await signIn('2001:db8:0:7:ffff::1'));
    expect((await signIn('2001:db8:0:8::1')).status).toBe(401);
  });

  test('L-01 links and mailed resets share a limit of their own, which is smaller', async () => {
    const from = '203.0.113.10';
    const reset = () => post('auth/request-password-reset', from, { email: 'nobody@example.org' });
    const link = () => post('repudiations', from, { token: 'rec_AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA' });
    expect(statuses(await times(links - 1, reset))).toEqual([200]);
    expect((await link()).status).toBe(410);
    await isTurnedAway(await link());
    await isTurnedAway(await reset());
    expect((await signIn(from)).status).toBe(401);
  });
});
