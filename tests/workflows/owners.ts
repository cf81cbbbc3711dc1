import { randomUUID } from 'node:crypto';
import { codeIn } from '../../embedded/people/mailbox.ts';
import { orThrow } from '../../embedded/people/or-throw.ts';
import { offeredSeed, otpAt, totpStep } from '../../domain/otp.ts';
import { claimDigest } from '../../domain/claim.ts';
import { system, type Actor, type OtpType } from '../../domain/words.ts';
import type { RenderedMail } from '../../contracts/mail.ts';
import { createAccount } from '../../store/accounts.ts';
import type { DeviceRef } from '../../store/documents.ts';
import { newId, newShortId } from '../../store/ids.ts';
import { outboxPlace } from '../../store/mails.ts';
import { seal, seedPlace, unseal } from '../../store/sealing.ts';
import { createToken } from '../../store/tokens.ts';
import type { Stage } from './stage.ts';

export interface Owner {
  accountId: string;
  email: string;
  actor: Actor;
  device: DeviceRef;
  tokens: string[];
}

export const agent: Actor = { kind: 'staff', id: 'stf_agent', role: 'agent' };

export function aDevice(model = 'iPhone12,3'): DeviceRef {
  return { id: newId('dev'), model, shortId: newShortId() };
}

/** An account holder whose phone holds tokens, written to the database as enrolments would have left them. */
export async function anOwner(stage: Stage, tokens = 1, type: OtpType = 'totp'): Promise<Owner> {
  const name = `ana-${randomUUID().slice(0, 8)}`;
  const email = `${name}@example.org`;
  const wanted = { userName: name, name, email, locale: 'en' };
  const { _id: accountId } = orThrow(await createAccount(stage.database, stage.deps.vault, wanted, system));
  const actor: Actor = { kind: 'account-holder', id: accountId, address: '192.0.2.7' };
  const owner = { accountId, email, actor, device: aDevice('samsung SM-G970F'), tokens: [] as string[] };
  for (let number = 0; number < tokens; number++) owner.tokens.push(await enrolled(stage, owner, type));
  return owner;
}

/** A token that staff have created and nobody has enrolled yet, with the certificate that it will serve. */
export async function aPendingToken(stage: Stage, accountId: string, type: OtpType = 'totp'): Promise<string> {
  const serviceId = newId('svc');
  await stage.database.services.insertOne({
    _id: serviceId,
    name: `VPN ${serviceId}`,
    verifyKeyHash: serviceId,
    createdAt: new Date(),
  });
  const certificate = { subject: 'CN=Ana', kind: 'qualified', expiresAt: new Date(Date.now() + 1e10) };
  const token = { accountId, serviceId, type, certificate };
  return orThrow(await createToken(stage.database, newId('tok'), token, system))._id;
}

async function enrolled(stage: Stage, { accountId, device }: Owner, type: OtpType): Promise<string> {
  const tokenId = await aPendingToken(stage, accountId, type);
  const bindingId = newId('bnd');
  const token = await stage.database.tokens.findOneAndUpdate(
    { _id: tokenId },
    { $set: { state: 'active', device, bindingId } },
    { returnDocument: 'after' },
  );
  const account = await stage.database.accounts.findOne({ _id: accountId });
  if (token === null || account === null) throw new Error(`${tokenId} or its owner is gone`);
  const key = stage.deps.vault.open(accountId, account.dataKey);
  await stage.database.bindings.insertOne({
    _id: bindingId,
    tokenId,
    tokenType: type,
    accountId,
    device,
    state: 'active',
    isExclusive: true,
    seed: seal(key, seedPlace(bindingId), Buffer.alloc(20, 7)),
    lastFactor: -1,
    failures: 0,
    lastFailureAt: null,
    startedAt: new Date(),
    endedAt: null,
    end: null,
    service: token.service,
  });
  return tokenId;
}

/** Everything that is known of a token: what an ending without effect must leave as it was. */
export async function recordOf(stage: Stage, tokenId: string) {
  const { tokens, bindings, certificates } = stage.database;
  const [token, held, certificate] = await Promise.all([
    tokens.findOne({ _id: tokenId }),
    bindings.find({ tokenId }).sort({ startedAt: 1 }).toArray(),
    certificates.findOne({ tokenId }),
  ]);
  return { token, bindings: held, certificate };
}

/** What came into the owner's mailbox, oldest first. */
export async function mailsTo({ database, deps }: Stage, email: string) {
  const mails = await database.mails.find({ to: email }).sort({ at: 1 }).toArray();
  return mails.map(({ _id, template, recoveryId, body }) => {
    if (body === null) throw new Error(`${_id} did not go through the outbox`);
    const opened = Buffer.from(unseal(deps.vault.ring, outboxPlace(_id), body)).toString('utf8');
    return { id: _id, template, recoveryId, ...(JSON.parse(opened) as RenderedMail) };
  });
}

/** The code in the newest code mail of a recovery, where its owner would read it. */
export async function mailedCode(stage: Stage, owner: Owner, recoveryId: string): Promise<string> {
  const mails = (await mailsTo(stage, owner.email)).filter(
    (mail) => mail.recoveryId === recoveryId && mail.template === 'mail-code',
  );
  const newest = mails.at(-1);
  if (newest === undefined) throw new Error(`no code was mailed for ${recoveryId}`);
  return codeIn(newest);
}

/** A code that is certainly not the mailed one. */
export function wrongCode(right: string, number = 1): string {
  return String((Number(right) + number) % 10 ** right.length).padStart(right.length, '0');
}

/** What the device sends with *Done*: for each token a code of the seed that the server offered it. */
export async function proofsOf(stage: Stage, recoveryId: string, device: DeviceRef) {
  const recovery = await stage.database.recoveries.findOne({ _id: recoveryId });
  if (recovery === null) throw new Error(`${recoveryId} is not there`);
  const { masterKey, policy } = stage.deps;
  return recovery.tokens.map(({ id, type }) => {
    const seed = offeredSeed(masterKey, recovery.salt, recoveryId, id, device.id);
    const otp = otpAt(seed, type === 'totp' ? totpStep(Date.now(), policy.limits) : 0);
    return { tokenId: id, digest: claimDigest(masterKey, recoveryId, id, otp) };
  });
}
