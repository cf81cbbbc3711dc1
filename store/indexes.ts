import { MongoServerError, type Db } from 'mongodb';
import { openStates } from '../domain/words.ts';
import type { Collections } from './database.ts';

/** What former versions made and nothing reads any more: each costs every write. */
const former = [['audit', 'at_-1']] as const;

/** Every index, created at start. The unique ones are rules (DB-02), not speed. */
export async function ensureIndexes(to: Collections, db: Db): Promise<void> {
  await Promise.all([
    ensureSignInIndexes(db, 'portal'),
    ensureSignInIndexes(db, 'staff'),
    to.accounts.createIndexes([
      { key: { userName: 1 }, unique: true },
      { key: { email: 1 }, unique: true },
    ]),
    ensureTokenIndexes(to),
    ensureRecoveryIndexes(to),
    ensureIdentityIndexes(to),
    to.mails.createIndexes([
      { key: { recoveryId: 1, at: 1 } },
      { key: { at: -1 } },
      { key: { providerId: 1 }, sparse: true },
    ]),
    to.letters.createIndexes([{ key: { queuedAt: 1 } }]),
    to.audit.createIndexes([
      { key: { at: 1, _id: 1 } },
      { key: { 'object.id': 1, at: -1 } },
      { key: { account: 1, at: -1 } },
      { key: { what: 1, at: -1 } },
    ]),
    to.seals.createIndexes([{ key: { sealedAt: -1 } }, { key: { 'records.id': 1 } }]),
  ]);
}

/** Once the new indexes are there. */
export async function dropFormerIndexes(to: Collections): Promise<void> {
  for (const [collection, name] of former) {
    await to[collection].dropIndex(name).catch((error: unknown) => {
      if (!(error instanceof MongoServerError) || error.codeName !== 'IndexNotFound') throw error;
    });
  }
}

/** Tokens, what they belong to, and where they are bound. */
async function ensureTokenIndexes(to: Collections): Promise<void> {
  await Promise.all([
    to.services.createIndexes([
      { key: { name: 1 }, unique: true },
      { key: { verifyKeyHash: 1 }, unique: true },
    ]),
    to.certificates.createIndexes([
      { key: { accountId: 1 } },
      { key: { tokenId: 1 }, unique: true, partialFilterExpression: { tokenId: { $type: 'string' } } },
    ]),
    to.tokens.createIndexes([
      { key: { serial: 1 }, unique: true },
      { key: { accountId: 1, createdAt: 1 } },
      { key: { 'device.id': 1 } },
      { key: { 'reservedBy.id': 1 }, sparse: true },
      {
        key: { accountId: 1 },
        unique: true,
        partialFilterExpression: { type: 'identity' },
        name: 'one identity an account',
      },
    ]),
    to.devices.createIndexes([{ key: { thumbprint: 1 }, unique: true }, { key: { accountId: 1, state: 1 } }]),
    to.bindings.createIndexes([
      {
        key: { tokenId: 1 },
        unique: true,
        partialFilterExpression: { state: 'active', isExclusive: true },
        name: 'one active binding a token',
      },
      { key: { 'device.id': 1, endedAt: -1 } },
      { key: { tokenId: 1, state: 1 }, name: 'bindings of a token' },
      // D-04: one key pair a binding.
      {
        key: { 'key.thumbprint': 1 },
        unique: true,
        partialFilterExpression: { 'key.thumbprint': { $exists: true } },
        name: 'one binding a key',
      },
    ]),
  ]);
}

/** The console's filters, each with its two sort orders, and what the sweeper asks for. */
async function ensureRecoveryIndexes({ recoveries }: Collections): Promise<void> {
  const open = { state: { $in: [...openStates] } };
  await recoveries.createIndexes([
    { key: { 'account.id': 1, startedAt: -1 } },
    { key: { startedAt: -1 } },
    { key: { deadline: -1 } },
    { key: { kind: 1, startedAt: -1 } },
    { key: { kind: 1, deadline: -1 } },
    { key: { state: 1, startedAt: -1 } },
    { key: { state: 1, deadline: -1 } },
    { key: { kind: 1, state: 1, startedAt: -1 } },
    { key: { kind: 1, state: 1, deadline: -1 } },
    { key: { searchable: 1, startedAt: -1 } },
    { key: { deadline: 1 }, partialFilterExpression: open, name: 'open by deadline' },
    {
      key: { 'recreation.support.respondBy': 1 },
      partialFilterExpression: { state: 'awaiting-support' },
      name: 'support queue',
    },
    {
      key: { 'trouble.cause': 1, startedAt: -1 },
      partialFilterExpression: { 'trouble.cause': { $exists: true } },
      name: 'trouble',
    },
  ]);
}

/** What better-auth looks up by: it brings no indexes of its own for MongoDB. */
async function ensureSignInIndexes(db: Db, realm: 'portal' | 'staff'): Promise<void> {
  await Promise.all([
    db.collection(`${realm}Users`).createIndexes([{ key: { email: 1 }, unique: true }]),
    db.collection(`${realm}Sessions`).createIndexes([
      { key: { token: 1 }, unique: true },
      { key: { userId: 1 } },
      // Tidies only: whether a session is over is decided by comparing times (DB-04).
      { key: { expiresAt: 1 }, expireAfterSeconds: 3_600 },
    ]),
    db.collection(`${realm}Credentials`).createIndexes([{ key: { userId: 1 } }]),
    db
      .collection(`${realm}Verifications`)
      .createIndexes([{ key: { identifier: 1 } }, { key: { expiresAt: 1 }, expireAfterSeconds: 3_600 }]),
  ]);
}

/** TTLs tidy only: what is over is decided by comparing times (DB-04). */
async function ensureIdentityIndexes(to: Collections): Promise<void> {
  const tidied = (afterSeconds: number) => ({ key: { expiresAt: 1 as const }, expireAfterSeconds: afterSeconds });
  await Promise.all([
    to.signIns.createIndexes([
      { key: { tokenId: 1, state: 1, expiresAt: 1 } },
      { key: { userName: 1, state: 1, expiresAt: 1 } },
      tidied(86_400),
    ]),
    to.restoreAttempts.createIndexes([tidied(86_400)]),
    to.challenges.createIndexes([tidied(600)]),
    to.proofs.createIndexes([tidied(60)]),
    to.approvals.createIndexes([{ key: { requestedAt: -1 } }]),
    to.stepUps.createIndexes([{ key: { until: 1 }, expireAfterSeconds: 600 }]),
    to.secondFactors.createIndexes([{ key: { until: 1 }, expireAfterSeconds: 600 }]),
  ]);
}
