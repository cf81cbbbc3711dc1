import { randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { system } from '../domain/words.ts';
import type { Device } from '../device-sdk/device.ts';
import { portalUser, type Browser } from '../embedded/people/browser.ts';
import { phone } from '../embedded/people/enrolment.ts';
import { orThrow } from '../embedded/people/or-throw.ts';
import { createAccount } from '../store/accounts.ts';
import type { AccountDoc, BindingDoc, DeviceRef, TokenDoc } from '../store/documents.ts';
import { newId, newSerial, newShortId } from '../store/ids.ts';
import { seal, seedPlace } from '../store/sealing.ts';
import { insertCredential } from '../store/staff.ts';
import type { Ground } from './ground.ts';
import { inTurns } from './timing.ts';

export const password = 'a long bench password';
const service = { id: newId('svc'), name: 'Qualified Cloud Signature' };

/** Somebody with a new phone, who is signed in to portal and app, and whose tokens are on the old phone. */
export interface Mover {
  portal: Browser;
  phone: Device;
  /** Not yet moved. */
  tokens: string[];
}

/**
 * People and their tokens. Accounts, passwords and tokens are written to the database as enrolment would have left them; signing
 * in, in portal and app, is done by the public way.
 */
export async function movers(ground: Ground, people: number, tokensEach: number): Promise<Mover[]> {
  const hash = await hashPassword(password);
  return inTurns(Array.from({ length: people }), 8, async () => {
    const account = await withPassword(ground, hash);
    const tokens = await tokensOnOldPhone(ground, account, tokensEach);
    const { portal, device } = ground.world.urls;
    return {
      portal: await portalUser(portal, account.email, password),
      phone: await phone(device, 'new phone', account.email, password),
      tokens,
    };
  });
}

async function withPassword({ founding: { database }, vault }: Ground, hash: string): Promise<AccountDoc> {
  const userName = `bench-${randomUUID()}`;
  const wanted = { userName, name: 'Bench Mover', email: `${userName}@example.org`, locale: 'en' };
  const account = orThrow(await createAccount(database, vault, wanted, system));
  await insertCredential(database, 'portal', account._id, hash, new Date(), undefined);
  return account;
}

/** Further tokens for somebody who is there already. */
export async function moreTokens(ground: Ground, mover: Mover, count: number): Promise<void> {
  const { account } = await mover.phone.state();
  const found = await ground.founding.database.accounts.findOne({ email: account?.email ?? '' });
  if (found === null) throw new Error('a mover has no account');
  mover.tokens.push(...(await tokensOnOldPhone(ground, found, count)));
}

async function tokensOnOldPhone(ground: Ground, account: AccountDoc, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { database } = ground.founding;
  const old: DeviceRef = { id: newId('dev'), model: 'old phone', shortId: newShortId() };
  const pairs = Array.from({ length: count }, () => enrolled(ground, account, old));
  await database.tokens.insertMany(pairs.map(({ token }) => token));
  await database.bindings.insertMany(pairs.map(({ binding }) => binding));
  return pairs.map(({ token }) => token._id);
}

function enrolled({ vault }: Ground, account: AccountDoc, device: DeviceRef): { token: TokenDoc; binding: BindingDoc } {
  const at = new Date();
  const bindingId = newId('bnd');
  const key = vault.open(account._id, account.dataKey);
  const token: TokenDoc = {
    _id: newId('tok'),
    serial: newSerial(),
    accountId: account._id,
    type: 'totp',
    state: 'active',
    service,
    device,
    bindingId,
    reservedBy: null,
    createdAt: at,
  };
  const binding: BindingDoc = {
    _id: bindingId,
    tokenId: token._id,
    tokenType: 'totp',
    accountId: account._id,
    device,
    state: 'active',
    isExclusive: true,
    seed: seal(key, seedPlace(bindingId), randomBytes(20)),
    lastFactor: 0,
    failures: 0,
    lastFailureAt: null,
    startedAt: at,
    endedAt: null,
    end: null,
    service,
  };
  return { token, binding };
}
