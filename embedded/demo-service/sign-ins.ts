import { call } from '../../contracts/client.ts';
import { serviceRoutes } from '../../contracts/routes/service.ts';

export interface Latchkey {
  serviceUrl: string;
  /** Tells Latchkey which service asks. Whoever has it can ask people to sign in: it never reaches a browser. */
  verifyKey: string;
}

/** The two calls that a relying service makes. */
export class SignIns {
  constructor(private readonly latchkey: Latchkey) {}

  /** Asks a person to sign in; answered alike whether or not there is such a user name. */
  start(userName: string, place: string) {
    return call(this.send, serviceRoutes.startSignIn, { body: { userName, place } });
  }

  show(id: string) {
    return call(this.send, serviceRoutes.showSignIn, { params: { id } });
  }

  private readonly send = (path: string, init: { method: string; headers: Record<string, string>; body?: string }) =>
    fetch(`${this.latchkey.serviceUrl}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${this.latchkey.verifyKey}` },
      signal: AbortSignal.timeout(10_000),
    });
}
