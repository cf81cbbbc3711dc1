import type { ClientSession } from 'mongodb';
import type { MailFacts } from '../contracts/mail.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { otpTypes, type Actor, type OtpType, type TokenState } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { CertificateDoc, DeviceDoc, RecoveryDoc, TokenDoc } from './documents.ts';
import { newId, newSerial } from './ids.ts';
import { refOf } from './devices.ts';

/** The account's tokens in the order they were given, but deleted ones. */
export function tokensOf(
  database: Database,
  accountId: string,
  filter: { device?: string | undefined; service?: string | undefined } = {},
): Promise<TokenDoc[]> {
  return database.tokens
    .find({
      accountId,
      state: { $ne: 'deleted' },
      ...(filter.device === undefined ? {} : { 'device.id': filter.device }),
      ...(filter.service === undefined ? {} : { 'service.id': filter.service }),
    })
    .sort({ createdAt: 1 })
    .toArray();
}

export function certificatesOf(database: Database, accountId: string): Promise<CertificateDoc[]> {
  return database.certificates.find({ accountId }).toArray();
}

const changes = {
  disabled: { from: ['active', 'locked'], to: 'disabled' },
  enabled: { from: ['disabled'], to: 'active' },
  deleted: { from: ['active', 'locked', 'disabled'], to: 'deleted' },
} as const satisfies Record<MailFacts['token-changed']['change'], { from: TokenState[]; to: TokenState }>;

/** What stands in the audit beside the deed itself. */
export interface OnRecord {
  reason?: string;
  detail?: Record<string, unknown>;
}

/** DISABLE, ENABLE, DELETE (guide 000). Refused while a recovery holds the token, and deletion while a certificate needs it. */
export async function changeToken(
  database: Database,
  accountId: string,
  tokenId: string,
  change: keyof typeof changes,
  actor: Actor,
  onRecord: OnRecord = {},
): Promise<TokenDoc | Refusal> {
  const { from, to } = changes[change];
  const at = new Date();
  return inTransaction(database, async (session) => {
    if (change === 'deleted' && (await database.certificates.findOne({ tokenId }, { session })) !== null)
      return refusal('certificate-connected');
    const token = await database.tokens.findOneAndUpdate(
      {
        _id: tokenId,
        accountId,
        state: { $in: [...from] },
        reservedBy: null,
        // An identity goes with its account.
        ...(change === 'deleted' ? { type: { $in: [...otpTypes] } } : {}),
      },
      { $set: { state: to } },
      { session, returnDocument: 'after' },
    );
    if (token === null) return whyNot(database, accountId, tokenId, session);
    if (change === 'deleted') {
      await database.bindings.updateMany(
        { tokenId, state: 'active', isExclusive: true },
        { $set: { state: 'ended', endedAt: at, end: { reason: 'deleted', to: null }, seed: null } },
        { session },
      );
    }
    await writeAudit(
      database,
      { at, what: `token.${change}`, actor, object: { kind: 'token', id: tokenId }, account: accountId, ...onRecord },
      session,
    );
    return token;
  });
}

async function whyNot(
  database: Database,
  accountId: string,
  tokenId: string,
  session: ClientSession,
): Promise<Refusal> {
  const token = await database.tokens.findOne(
    { _id: tokenId, accountId, state: { $nin: ['deleted', 'pending'] } },
    { session },
  );
  if (token === null) return refusal('not-found');
  return token.reservedBy === null
    ? refusal('token-not-ready')
    : refusal('token-reserved', { recoveryId: token.reservedBy.id });
}

/** What a device holds, and what left it with the reason (D-06). */
export async function tokensOnDevice(database: Database, device: DeviceDoc) {
  const [tokens, ended, identities] = await Promise.all([
    database.tokens
      .find({ 'device.id': device._id, type: { $in: [...otpTypes] }, state: { $ne: 'deleted' } })
      .toArray(),
    database.bindings.find({ 'device.id': device._id, state: 'ended' }).sort({ endedAt: -1 }).limit(100).toArray(),
    database.bindings.find({ 'device.id': device._id, state: 'active', isExclusive: false }).toArray(),
  ]);
  const here = new Set([...tokens.map(({ _id }) => _id), ...identities.map(({ tokenId }) => tokenId)]);
  return { device: refOf(device), tokens, ended: ended.filter(({ tokenId }) => !here.has(tokenId)) };
}

/** Recoveries that wait for a device of the account to say *Done*. */
export function waitingFor(database: Database, accountId: string, deviceId: string): Promise<RecoveryDoc[]> {
  return database.recoveries
    .find({
      'account.id': accountId,
      state: 'awaiting-device',
      forDevice: { $in: [null, deviceId] },
      // Where a token is, it need not come to; but an identity may be restored on the device that had it.
      $or: [{ forDevice: deviceId }, { 'fromDevice.id': { $ne: deviceId } }],
      deadline: { $gt: new Date() },
    })
    .sort({ startedAt: 1 })
    .limit(50)
    .toArray();
}

export interface NewToken {
  accountId: string;
  serviceId: string;
  type: OtpType;
  certificate: { subject: string; kind: string; expiresAt: Date } | undefined;
}

/** A token that waits to be enrolled, with the certificate it will serve. The given id makes creating it again harmless. */
export async function createToken(
  database: Database,
  tokenId: string,
  wanted: NewToken,
  actor: Actor,
  { reason, detail }: OnRecord = {},
): Promise<TokenDoc | Refusal> {
  const at = new Date();
  return inTransaction(database, async (session) => {
    const existing = await database.tokens.findOne({ _id: tokenId }, { session });
    if (existing !== null) return existing;
    const service = await database.services.findOne({ _id: wanted.serviceId }, { session });
    const account = await database.accounts.findOne({ _id: wanted.accountId, state: 'active' }, { session });
    if (service === null || account === null) return refusal('not-found');
    const token: TokenDoc = {
      _id: tokenId,
      serial: newSerial(),
      accountId: account._id,
      type: wanted.type,
      state: 'pending',
      service: { id: service._id, name: service.name },
      device: null,
      bindingId: null,
      reservedBy: null,
      createdAt: at,
    };
    await database.tokens.insertOne(token, { session });
    if (wanted.certificate !== undefined) {
      await database.certificates.insertOne(
        { _id: newId('crt'), accountId: account._id, tokenId, ...wanted.certificate },
        { session },
      );
    }
    await writeAudit(
      database,
      {
        at,
        what: 'token.created',
        actor,
        object: { kind: 'token', id: tokenId },
        account: account._id,
        detail: { service: service._id, type: wanted.type, ...detail },
        ...(reason === undefined ? {} : { reason }),
      },
      session,
    );
    return token;
  });
}
