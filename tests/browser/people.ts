import { randomUUID } from 'node:crypto';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { AdminToken } from '../../contracts/accounts.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import { password, type Cast, type Person } from '../../embedded/people/cast.ts';

export interface Newcomer {
  accountId: string;
  email: string;
  userName: string;
}

/** An account with a portal password and nothing else yet. One of the same name is somebody else. */
export async function newcomer(cast: Cast, name: string): Promise<Newcomer> {
  const userName = `${name.toLowerCase()}-${randomUUID().slice(0, 4)}`;
  const email = `${userName}@example.org`;
  const wanted = { userName, name: `${name} Ortiz`, email, locale: 'en' };
  return { accountId: await cast.founding.account(wanted, password), email, userName };
}

/** Staff give a token that signs by a certificate; it waits in the app. */
export function givenToken(cast: Cast, accountId: string, service = cast.service.id): Promise<AdminToken> {
  const certificate = {
    subject: 'Ana Ortiz',
    kind: 'Qualified certificate',
    expiresAt: new Date(Date.now() + 2 * 365 * 86_400_000).toISOString(),
  };
  return cast.administrator.ask(adminRoutes.createToken, {
    body: { account: accountId, service, certificate },
  });
}

export async function anotherService(cast: Cast, name: string): Promise<string> {
  return (await cast.administrator.ask(adminRoutes.createService, { body: { name: `${name} ${cast.mark}` } })).id;
}

/** MIGRATE through the API, as far as CONFIRM: the token waits for its new device. */
export async function confirmedMigration(cast: Cast, person: Person): Promise<Recovery> {
  const recovery = await startedMigration(person);
  const code = await cast.mailbox.code(person.email);
  return person.portal.ask(portalRoutes.enterMailCode, { params: { id: recovery.id }, body: { code } });
}

export function startedMigration(person: Person): Promise<Recovery> {
  return person.portal.ask(portalRoutes.startMigration, { params: { id: person.tokens[0] ?? '' } });
}

/** So many different codes that the given one is not. */
export function wrongCodes(code: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    code.replace(/.$/, (digit) => String((Number(digit) + 1 + index) % 10)),
  );
}

/** A code that the given one is not. */
export function otherThan(code: string): string {
  return wrongCodes(code, 1).join('');
}

export async function serialOf(person: Person): Promise<string> {
  const [token] = (await person.phone.state()).tokens;
  if (token === undefined) throw new Error('the phone holds no token');
  return token.serial;
}

/** The code of the step after the present one: not used yet, and accepted already. */
export async function unusedCode(person: Person): Promise<string> {
  return (await person.phone.code(person.tokens[0] ?? '', Date.now() + 30_000)).otp;
}

/** The address behind a button of a message, as its reader opens it. */
export function linkTo(page: string, message: { text: string }): string {
  const link = new RegExp(`https?://\\S+/${page}#[A-Za-z0-9_.&=-]+`).exec(message.text)?.[0];
  if (link === undefined) throw new Error(`the message has no link to ${page}`);
  return link;
}
