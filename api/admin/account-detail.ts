import type { z } from 'zod';
import type { AccountDetail, AdminToken } from '../../contracts/accounts.ts';
import type { TokenDoc } from '../../store/documents.ts';
import { isIdentity } from '../../store/identities.ts';
import { restorationPolicy } from '../../store/policies.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { identityDeviceViews, restorationView } from '../identity-views.ts';
import { refuse } from '../problem.ts';
import { accountView, shownState } from '../views.ts';

export function tokenView(token: TokenDoc): z.input<typeof AdminToken> {
  return {
    id: token._id,
    serial: token.serial,
    type: token.type,
    state: shownState(token),
    account: token.accountId,
    service: token.service,
    device: token.device,
    recovery: token.reservedBy?.id ?? null,
    createdAt: token.createdAt.toISOString(),
  };
}

/** Everything the console shows of an account. */
export async function accountDetail(
  { database }: Pick<ApiDependencies, 'database'>,
  accountId: string,
): Promise<z.input<typeof AccountDetail>> {
  const account = await database.accounts.findOne({ _id: accountId });
  if (account === null) return refuse('not-found');
  const [tokens, devices, certificates] = await Promise.all([
    database.tokens
      .find({ accountId, state: { $ne: 'deleted' } })
      .sort({ createdAt: 1 })
      .limit(200)
      .toArray(),
    database.devices
      .find({ accountId, state: 'active' }, { projection: { proofs: 0 } })
      .sort({ lastSeenAt: -1 })
      .limit(100)
      .toArray(),
    database.certificates.find({ accountId }).limit(200).toArray(),
  ]);
  return {
    ...accountView(account),
    tokens: tokens.map(tokenView),
    devices: devices.map((device) => ({
      id: device._id,
      model: device.model,
      shortId: device.shortId,
      lastSeenAt: device.lastSeenAt.toISOString(),
      lastAddress: device.lastAddress,
      signedInAt: device.signedInAt.toISOString(),
    })),
    certificates: certificates.map(({ _id, subject, kind, expiresAt, tokenId }) => ({
      id: _id,
      subject,
      kind,
      expiresAt: expiresAt.toISOString(),
      token: tokenId,
    })),
    identity: await identityDetail(database, tokens),
  };
}

async function identityDetail(database: ApiDependencies['database'], tokens: TokenDoc[]) {
  const token = tokens.find(isIdentity);
  if (token === undefined) return null;
  const [policy, devices] = await Promise.all([
    restorationPolicy(database),
    identityDeviceViews(database, token.accountId),
  ]);
  return {
    id: token._id,
    serial: token.serial,
    state: token.state,
    restoration: restorationView(token, policy),
    devices,
    signIns: token.identity.signIns,
    recovery: token.reservedBy?.id ?? null,
  };
}
