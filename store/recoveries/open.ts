import type { ClientSession } from 'mongodb';
import { claimWithinMs, type Policy } from '../../domain/policy.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import { otpTypes } from '../../domain/words.ts';
import type { Database } from '../database.ts';
import type { RecoveryDoc, TokenDoc } from '../documents.ts';
import { spendAllowance } from './allowance.ts';
import { insertRecovery } from './begin.ts';
import { auditRefusal, once, refuseInTransaction, type Transition } from './transition.ts';

export interface Opening extends Transition {
  accountId: string;
}

type Opened = RecoveryDoc | Refusal;

/** Guide 000, MIGRATE and *Send OTP by e-mail*: reserves the token and issues the first code. Nothing about the token itself changes. */
export async function openMigration(
  database: Database,
  policy: Policy,
  opening: Opening & { tokenId: string },
): Promise<Opened> {
  const { accountId, tokenId } = opening;
  const opened = await once(
    database,
    opening,
    async (session) => {
      const at = new Date();
      const deadline = new Date(at.getTime() + policy.limits.proveWithinMs);
      const reservation = { id: opening.recoveryId, kind: 'migration' as const, deadline, state: 'proving' as const };
      const token = await database.tokens.findOneAndUpdate(
        {
          _id: tokenId,
          accountId,
          type: { $in: [...otpTypes] },
          state: { $in: ['active', 'locked'] },
          reservedBy: null,
        },
        { $set: { reservedBy: reservation } },
        { session, returnDocument: 'after' },
      );
      if (token === null) return refuseInTransaction(await whyNotReserved(database, accountId, tokenId, session));
      const account = await spendAllowance(database, accountId, policy, at, { start: true, codeMail: true }, session);
      return insertRecovery(
        database,
        policy,
        opening,
        { kind: 'migration', account, tokens: [token], at, deadline, device: token.device },
        session,
      );
    },
    (recovery) => recovery,
  );
  if ('refused' in opened) await auditRefusal(database, opening, opened, { kind: 'token', id: tokenId }, accountId);
  return opened;
}

/** Why a token could not be reserved, said to its owner. */
export async function whyNotReserved(
  database: Database,
  accountId: string,
  tokenId: string,
  session: ClientSession,
): Promise<Refusal> {
  const token = await database.tokens.findOne({ _id: tokenId, accountId, state: { $ne: 'deleted' } }, { session });
  if (token === null) return refusal('not-found');
  return token.reservedBy === null
    ? refusal('token-not-ready')
    : refusal('token-reserved', { recoveryId: token.reservedBy.id });
}

/**
 * Guide 000, reinstalled app: reserves every token of the former installation. One that is on its way by a confirmed migration
 * stays with that migration until the owner has proved himself.
 */
export async function openReload(
  database: Database,
  policy: Policy,
  opening: Opening & { formerDeviceId: string; forDeviceId: string },
): Promise<Opened> {
  const { accountId, formerDeviceId } = opening;
  const opened = await once(
    database,
    opening,
    async (session) => {
      const at = new Date();
      const deadline = new Date(at.getTime() + policy.limits.proveWithinMs);
      const held = await tokensOn(database, accountId, formerDeviceId, session);
      const first = held[0];
      if (first === undefined || formerDeviceId === opening.forDeviceId)
        return refuseInTransaction(refusal('no-tokens'));
      const stays = held.find(({ reservedBy }) => reservedBy !== null && !isConfirmedMigration(reservedBy));
      if (stays?.reservedBy) return refuseInTransaction(refusal('token-reserved', { recoveryId: stays.reservedBy.id }));
      const free = held.filter((token) => token.reservedBy === null);
      const reservation = { id: opening.recoveryId, kind: 'reload' as const, deadline, state: 'proving' as const };
      const reserved = await database.tokens.updateMany(
        { _id: { $in: free.map((token) => token._id) }, reservedBy: null },
        { $set: { reservedBy: reservation } },
        { session },
      );
      if (reserved.modifiedCount !== free.length) return refuseInTransaction(refusal('token-reserved'));
      const account = await spendAllowance(database, accountId, policy, at, { start: true, codeMail: true }, session);
      return insertRecovery(
        database,
        policy,
        opening,
        { kind: 'reload', account, tokens: held, at, deadline, device: first.device, forDevice: opening.forDeviceId },
        session,
      );
    },
    (recovery) => recovery,
  );
  if ('refused' in opened)
    await auditRefusal(database, opening, opened, { kind: 'device', id: formerDeviceId }, accountId);
  return opened;
}

function tokensOn(
  database: Database,
  accountId: string,
  deviceId: string,
  session: ClientSession,
): Promise<TokenDoc[]> {
  const there = { accountId, 'device.id': deviceId, type: { $in: [...otpTypes] } };
  return database.tokens.find({ ...there, state: { $in: ['active', 'locked'] } }, { session }).toArray();
}

function isConfirmedMigration(reservedBy: NonNullable<TokenDoc['reservedBy']>): boolean {
  return reservedBy.kind === 'migration' && reservedBy.state === 'awaiting-device';
}

/** The first binding of a token that staff have just created: it waits in the account holder's app. */
export async function openEnrolment(
  database: Database,
  policy: Policy,
  opening: Opening & { tokenId: string },
): Promise<Opened> {
  const { accountId, tokenId } = opening;
  return once(
    database,
    opening,
    async (session) => {
      const at = new Date();
      const deadline = new Date(at.getTime() + claimWithinMs('enrolment', policy));
      const reservation = {
        id: opening.recoveryId,
        kind: 'enrolment' as const,
        deadline,
        state: 'awaiting-device' as const,
      };
      const token = await database.tokens.findOneAndUpdate(
        { _id: tokenId, accountId, state: 'pending', reservedBy: null },
        { $set: { reservedBy: reservation } },
        { session, returnDocument: 'after' },
      );
      if (token === null) return refuseInTransaction(await whyNotReserved(database, accountId, tokenId, session));
      const account = await database.accounts.findOne({ _id: accountId, state: 'active' }, { session });
      if (account === null) return refuseInTransaction(refusal('not-found'));
      return insertRecovery(
        database,
        policy,
        opening,
        { kind: 'enrolment', account, tokens: [token], at, deadline, device: null },
        session,
      );
    },
    (recovery) => recovery,
  );
}
