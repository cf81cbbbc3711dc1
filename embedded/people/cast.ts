import { randomUUID } from 'node:crypto';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { Device } from '../../device-sdk/device.ts';
import { portalUser, staffUser, type Browser } from './browser.ts';
import { enrolToken, phone } from './enrolment.ts';
import { Founding } from './founding.ts';
import { Mailbox } from './mailbox.ts';
import type { World } from '../world.ts';

export const password = 'a long demo password';

/** An account holder with a phone, a portal session and a mailbox. */
export interface Person {
  accountId: string;
  email: string;
  portal: Browser;
  phone: Device;
  /** One of each service asked for, in that order. */
  tokens: string[];
}

/** Who and what a story needs: a service to verify codes at, staff, and people with tokens on their phones. */
export class Cast {
  readonly mailbox: Mailbox;

  private constructor(
    readonly world: Pick<World, 'settings' | 'urls'>,
    readonly mark: string,
    readonly founding: Founding,
    readonly administrator: Browser,
    readonly agent: Browser,
    readonly service: { id: string; verifyKey: string },
  ) {
    this.mailbox = new Mailbox(world.urls.outbox);
  }

  /** Names carry a mark of their own, so that many casts can play on one world. */
  static async assemble(world: Pick<World, 'settings' | 'urls'>): Promise<Cast> {
    const founding = await Founding.open(world.settings);
    const mark = randomUUID().slice(0, 6);
    await founding.staff(
      { name: 'Adam Administrator', email: `adam-${mark}@desk.example`, role: 'administrator' },
      password,
    );
    await founding.staff({ name: 'Sam Agent', email: `sam-${mark}@desk.example`, role: 'agent' }, password);
    const administrator = await staffUser(world.urls.console, `adam-${mark}@desk.example`, password);
    const agent = await staffUser(world.urls.console, `sam-${mark}@desk.example`, password);
    const service = await administrator.ask(adminRoutes.createService, {
      body: { name: `Qualified Cloud Signature ${mark}` },
    });
    return new Cast(world, mark, founding, administrator, agent, service);
  }

  /** A new account holder whose phone holds tokens. @param tokens how many */
  async person(name: string, model: string, tokens: number): Promise<Person> {
    const userName = `${name}-${this.mark}`;
    const email = `${userName}@example.org`;
    const accountId = await this.founding.account({ userName, name, email, locale: 'en' }, password);
    const device = await phone(this.world.urls.device, model, email, password);
    const ids: string[] = [];
    for (let number = 0; number < tokens; number++) {
      ids.push(await enrolToken(this.administrator, device, { account: accountId, service: this.service.id }));
    }
    return {
      accountId,
      email,
      portal: await portalUser(this.world.urls.portal, email, password),
      phone: device,
      tokens: ids,
    };
  }

  /** Whether the service would let somebody in with this code, for a token by its serial number. */
  async isAccepted(serial: string, otp: string): Promise<boolean> {
    const response = await fetch(`${this.world.urls.service}/v1/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.service.verifyKey}` },
      body: JSON.stringify({ serial, otp }),
    });
    if (!response.ok) throw new Error(`verify answered ${String(response.status)}: ${await response.text()}`);
    return ((await response.json()) as { accepted: boolean }).accepted;
  }

  close(): Promise<void> {
    return this.founding.close();
  }
}
