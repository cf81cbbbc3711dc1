import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Device } from '../../device-sdk/device.ts';
import { memoryStore } from '../../device-sdk/memory-store.ts';
import { Cast, password } from '../people/cast.ts';
import { startWorld, type World } from '../world.ts';
import { demoService, type DemoService } from './demo-service.ts';
import { isValidKey } from './verify-key.ts';

const passcode = 'tea at five';
let world: World;
let cast: Cast;
let demo: DemoService;
let phone: Device;
let userName: string;

beforeAll(async () => {
  world = await startWorld({ say: () => undefined, temporalInMemory: true, env: { LOG_LEVEL: 'warn' } });
  cast = await Cast.assemble(world);
  const { verifyKey } = cast.service;
  demo = await demoService({ serviceUrl: world.urls.service, verifyKey, port: 0 });
  const { email } = await cast.person('ana', 'Google Pixel 8', 0);
  [userName = ''] = email.split('@');
  phone = new Device({ server: world.urls.device, store: memoryStore(), passcodeIterations: 1_000 });
  await phone.signIn({ email, password, model: 'Google Pixel 8' });
  await phone.identity.create(passcode);
});

afterAll(async () => {
  await demo.stop();
  await cast.close();
  await world.stop();
});

function post(path: string, cookie: string, form: Record<string, string> = {}, origin = demo.url): Promise<Response> {
  const body = new URLSearchParams(form);
  return fetch(`${demo.url}${path}`, { method: 'POST', body, redirect: 'manual', headers: { origin, cookie } });
}

/** Types the user name. @returns the cookie of the browser */
async function begin(typed: string): Promise<string> {
  const begun = await post('/sign-in', '', { userName: typed });
  expect(begun.status).toBe(303);
  return begun.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function shown(cookie = ''): Promise<string> {
  const page = await fetch(demo.url, { headers: { cookie } });
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const written = await page.text();
  expect(written).not.toContain(cast.service.verifyKey);
  return written;
}

async function waiting() {
  const [signIn] = await phone.identity.listSignIns();
  if (signIn === undefined) throw new Error('no sign-in waits for the phone');
  return signIn;
}

const numberIn = (page: string) => /class="number">(\d\d)</.exec(page)?.[1] ?? '';

describe('the demo service', () => {
  it('signs in the browser that began, once the phone has approved its number, and no other', async () => {
    const cookie = await begin(userName);
    const number = numberIn(await shown(cookie));
    await phone.identity.approveSignIn(await waiting(), number, passcode);
    expect(await shown(cookie)).toContain(`Signed in as ${userName}`);
    expect(await shown()).not.toContain('Signed in as');
    const left = await post('/leave', cookie);
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await shown(cookie)).not.toContain('Signed in as');
  });

  it('lets nobody in by another number, nor when the phone refuses', async () => {
    const wrong = await begin(userName);
    const number = numberIn(await shown(wrong));
    const signIn = await waiting();
    const other = signIn.choices.find((choice) => choice !== number) ?? '';
    await expect(phone.identity.approveSignIn(signIn, other, passcode)).rejects.toMatchObject({
      problem: { code: 'wrong-number' },
    });
    expect(await shown(wrong)).toContain('The sign-in was refused');
    const refused = await begin(userName);
    await phone.identity.refuseSignIn((await waiting()).id);
    expect(await shown(refused)).toContain('The sign-in was refused');
  });

  it('shows a number to anybody, so that nobody learns who has an identity', async () => {
    expect(numberIn(await shown(await begin('nobody-of-that-name')))).toMatch(/^\d\d$/);
  });

  it('takes no form from another site, and no empty name', async () => {
    expect((await post('/sign-in', '', { userName }, 'https://evil.example')).status).toBe(403);
    expect((await post('/sign-in', '', { userName: '  ' })).status).toBe(400);
  });

  it('knows a key that Latchkey knows from one that it does not', async () => {
    expect(await isValidKey(world.urls.service, cast.service.verifyKey)).toBe(true);
    expect(await isValidKey(world.urls.service, `${cast.service.verifyKey}x`)).toBe(false);
  });
});
