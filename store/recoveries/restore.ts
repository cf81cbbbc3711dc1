import type { ClientSession } from 'mongodb';
import type { NewDevice } from '../../domain/device.ts';
import type { Policy } from '../../domain/policy.ts';
import type { RestoringKind } from '../../domain/restoration.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { RecoveryWay } from '../../domain/words.ts';
import type { Database } from '../database.ts';
import type { DeviceRef, RecoveryDoc, TokenDoc } from '../documents.ts';
import { bindingsOf } from '../identities.ts';
import { restorationPolicy } from '../policies.ts';
import { admitDevice } from './admit-device.ts';
import { spendAllowance } from './allowance.ts';
import { insertRecovery, type Beginning } from './begin.ts';
import type { Opening } from './open.ts';
import { refuseUnpaired } from './pair.ts';
import { auditRefusal, once, refuseInTransaction } from './transition.ts';

/** Guide 001: an identity comes back on another device (restore), or comes to another one as well (duplication). */

export interface OpeningRestore extends Opening {
  kind: RestoringKind;
  tokenId: string;
}

/** The restore code was right: reserves the identity and issues the second code. Nothing about the identity itself changes. */
export function openRestore(
  database: Database,
  policy: Policy,
  opening: OpeningRestore & { device: NewDevice },
): Promise<RecoveryDoc | Refusal> {
  const { recoveryId, accountId, device, actor } = opening;
  return open(database, policy, opening, 'code', async (at, session) => {
    const asking = await admitDevice(database, recoveryId, accountId, device, actor, at, session);
    return { forDevice: asking.id, asking };
  });
}

/** *Show QR code* on a device of the identity. */
export function openPairing(
  database: Database,
  policy: Policy,
  opening: OpeningRestore & { fromDevice: DeviceRef },
): Promise<RecoveryDoc | Refusal> {
  return open(database, policy, opening, 'qr', async (_, session) => {
    await refuseUnpaired(database, opening.tokenId, opening.fromDevice, refusal('not-found'), session);
    return { device: opening.fromDevice };
  });
}

type Ends = Pick<Beginning, 'forDevice' | 'asking'> & Partial<Pick<Beginning, 'device'>>;

async function open(
  database: Database,
  policy: Policy,
  opening: OpeningRestore,
  way: RecoveryWay,
  endsOf: (at: Date, session: ClientSession) => Promise<Ends>,
): Promise<RecoveryDoc | Refusal> {
  const { accountId, tokenId, kind } = opening;
  const within = way === 'qr' ? policy.limits.pairingWithinMs : policy.limits.proveWithinMs;
  const opened = await once(
    database,
    opening,
    async (session) => {
      const at = new Date();
      const deadline = new Date(at.getTime() + within);
      const { isOn } = await restorationPolicy(database, session);
      if (!isOn) return refuseInTransaction(refusal('restoration-off'));
      const token = await reserve(database, opening, deadline, session);
      const ends = await endsOf(at, session);
      await refuseTooMany(database, kind, token, ends.forDevice, session);
      const account = await spendAllowance(
        database,
        accountId,
        policy,
        at,
        { start: true, codeMail: way === 'code' },
        session,
      );
      return insertRecovery(
        database,
        policy,
        opening,
        { kind, way, account, tokens: [token], at, deadline, device: token.device, ...ends },
        session,
      );
    },
    (recovery) => recovery,
  );
  if ('refused' in opened) await auditRefusal(database, opening, opened, { kind: 'token', id: tokenId }, accountId);
  return opened;
}

async function reserve(
  database: Database,
  { accountId, tokenId, kind, recoveryId }: OpeningRestore,
  deadline: Date,
  session: ClientSession,
): Promise<TokenDoc> {
  const isFree = { state: 'active' as const, reservedBy: null, 'identity.code': { $ne: null } };
  const token = await database.tokens.findOneAndUpdate(
    { _id: tokenId, accountId, type: 'identity', ...isFree },
    { $set: { reservedBy: { id: recoveryId, kind, deadline, state: 'proving' } } },
    { session, returnDocument: 'after' },
  );
  return token ?? refuseInTransaction(await whyNot(database, accountId, tokenId, session));
}

async function whyNot(
  database: Database,
  accountId: string,
  tokenId: string,
  session: ClientSession,
): Promise<Refusal> {
  const token = await database.tokens.findOne({ _id: tokenId, accountId, type: 'identity' }, { session });
  if (token === null) return refusal('not-found');
  if (token.reservedBy !== null) return refusal('token-reserved', { recoveryId: token.reservedBy.id });
  return refusal(token.state === 'active' ? 'restoration-inactive' : 'token-not-ready');
}

/** T-09: a duplicate is refused where the identity is on as many devices as allowed, unless those are unpaired by it. */
export async function refuseTooMany(
  database: Database,
  kind: RecoveryDoc['kind'],
  token: Pick<TokenDoc, '_id'>,
  forDevice: string | undefined,
  session: ClientSession,
): Promise<void> {
  const { maxDevices, unpairsUponDuplication } = await restorationPolicy(database, session);
  if (kind !== 'duplication' || unpairsUponDuplication) return;
  const others = (await bindingsOf(database, token._id, session)).filter(({ device }) => device.id !== forDevice);
  if (others.length >= maxDevices) refuseInTransaction(refusal('too-many-devices'));
}
