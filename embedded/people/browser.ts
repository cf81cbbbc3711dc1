import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { call, type Call } from '../../contracts/client.ts';
import { askUntilDecided } from '../../device-sdk/asking.ts';
import type { Route } from '../../contracts/routes/route.ts';

/** A browser without a screen: keeps cookies, sends what our pages send. For demonstration, tests and bench. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  /** @param origin of the pages it is on, such as http://localhost:8080 */
  constructor(readonly origin: string) {}

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /**
   * Calls an operation as our pages do: while the outcome is unknown, the same request is sent again, under one Idempotency-Key.
   * @throws ProblemError when refused; NoAnswerError when the outcome stays unknown
   */
  ask<R extends Route>(route: R, request: Call<R>, idempotencyKey: string = randomUUID()) {
    return askUntilDecided(
      () => this.askOnce(route, request, idempotencyKey),
      (ms) => wait(ms),
    );
  }

  /** Calls an operation a single time. */
  askOnce<R extends Route>(route: R, request: Call<R>, idempotencyKey?: string) {
    return call((path, init) => this.send(path, init), route, request, idempotencyKey);
  }

  /** Sends any request, with the cookies of this browser. */
  async send(
    path: string,
    init: { method: string; headers?: Record<string, string>; body?: string },
  ): Promise<Response> {
    const cookie = this.cookieHeader;
    const headers = {
      origin: this.origin,
      'latchkey-request': '1',
      ...init.headers,
      ...(cookie === '' ? {} : { cookie }),
    };
    const response = await fetch(`${this.origin}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', ...value] = pair.split('=');
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value.join('='));
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  forgetCookies(): void {
    this.cookies.clear();
  }
}

async function signIn(browser: Browser, path: string, email: string, password: string): Promise<Browser> {
  const response = await browser.post(path, { email, password });
  if (!response.ok)
    throw new Error(
      `${email} could not sign in at ${browser.origin}: ${String(response.status)} ${await response.text()}`,
    );
  return browser;
}

/** @returns a browser in which the account holder is signed in to the portal */
export function portalUser(portalUrl: string, email: string, password: string): Promise<Browser> {
  return signIn(new Browser(portalUrl), '/v1/portal/auth/sign-in/email', email, password);
}

/** @returns a browser in which the member of staff is signed in to the console */
export function staffUser(consoleUrl: string, email: string, password: string): Promise<Browser> {
  return signIn(new Browser(consoleUrl), '/v1/admin/auth/sign-in/email', email, password);
}
