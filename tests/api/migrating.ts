import type { Recovery } from '../../contracts/recoveries.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { Waiting } from '../../contracts/devices.ts';
import type { Device } from '../../device-sdk/device.ts';
import { password, type Cast, type Person } from '../../embedded/people/cast.ts';
import { phone } from '../../embedded/people/enrolment.ts';

/** A code that the given one is not. */
export function otherThan(code: string): string {
  return code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
}

/** MIGRATE and *Send OTP by e-mail*. */
export async function startedMigration(cast: Cast, person: Person): Promise<{ recovery: Recovery; code: string }> {
  const [id = ''] = person.tokens;
  const recovery = await person.portal.ask(portalRoutes.startMigration, { params: { id } });
  return { recovery, code: await cast.mailbox.code(person.email) };
}

/** As far as CONFIRM: the token waits for its new device. */
export async function confirmedMigration(cast: Cast, person: Person): Promise<Recovery> {
  const { recovery, code } = await startedMigration(cast, person);
  return person.portal.ask(portalRoutes.enterMailCode, { params: { id: recovery.id }, body: { code } });
}

/** An app on a new phone, signed in to the person's account, with what waits for it. */
export async function newPhone(cast: Cast, person: Person): Promise<{ device: Device; waiting: Waiting }> {
  const device = await phone(cast.world.urls.device, 'iPhone12,3', person.email, password);
  const [waiting] = await device.listWaiting();
  if (waiting === undefined) throw new Error('nothing waits');
  return { device, waiting };
}

/** The code of the step after the present one: not used yet, and accepted already. */
export async function unusedCode(device: Device, tokenId: string): Promise<string> {
  return (await device.code(tokenId, Date.now() + 30_000)).otp;
}

export async function serialOf(device: Device): Promise<string> {
  const [token] = (await device.state()).tokens;
  if (token === undefined) throw new Error('the device holds no token');
  return token.serial;
}
