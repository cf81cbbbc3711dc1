import type { Hono } from 'hono';
import type { z } from 'zod';
import { changeAccountState } from '../../store/account-state.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { AdminToken } from '../../contracts/accounts.ts';
import { keyedDigest, subkey } from '../../domain/keys.ts';
import { createAccount, findAccounts } from '../../store/accounts.ts';
import { recordView } from '../../store/audit.ts';
import type { TokenDoc } from '../../store/documents.ts';
import { newId } from '../../store/ids.ts';
import { createToken } from '../../store/tokens.ts';
import type { EnrolmentInput } from '../../workflows/messages.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse, refuse } from '../problem.ts';
import { startRecovery } from '../running-recoveries.ts';
import { inviteAccount } from '../sign-in/invitation.ts';
import { accountView, shownState } from '../views.ts';

function tokenView(token: TokenDoc): z.input<typeof AdminToken> {
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

/** Accounts and their first tokens. */
export function adminAccounts(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database } = deps;

  mount(app, adminRoutes.listAccounts, guard, async ({ query }) => {
    const { rows, total } = await findAccounts(database, query.search, (query.page - 1) * query.perPage, query.perPage);
    return { rows: rows.map(accountView), total };
  });

  mount(app, adminRoutes.showAccount, guard, async ({ caller, params }) => {
    const account = await database.accounts.findOne({ _id: params.id });
    if (account === null) return refuse('not-found');
    const [tokens, devices, certificates] = await Promise.all([
      database.tokens
        .find({ accountId: account._id, state: { $ne: 'deleted' } })
        .sort({ createdAt: 1 })
        .limit(200)
        .toArray(),
      database.devices
        .find({ accountId: account._id, state: 'active' }, { projection: { proofs: 0 } })
        .sort({ lastSeenAt: -1 })
        .limit(100)
        .toArray(),
      database.certificates.find({ accountId: account._id }).limit(200).toArray(),
    ]);
    await recordView(database, caller.actor, { kind: 'account', id: account._id }, account._id);
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
    };
  });

  mount(app, adminRoutes.createAccount, guard, async ({ caller, body }) => {
    const account = orRefuse(await createAccount(database, deps.vault, body, caller.actor));
    await inviteAccount(deps, account);
    return accountView(account);
  });

  mount(app, adminRoutes.disableAccount, guard, async ({ caller, params, body }) =>
    accountView(orRefuse(await changeAccountState(database, params.id, 'disabled', body.reason, caller.actor))),
  );
  mount(app, adminRoutes.enableAccount, guard, async ({ caller, params, body }) =>
    accountView(orRefuse(await changeAccountState(database, params.id, 'active', body.reason, caller.actor))),
  );

  mount(app, adminRoutes.createToken, guard, async ({ caller, body, idempotencyKey }) => {
    const { account: accountId, service: serviceId, type } = body;
    const certificate =
      body.certificate === undefined
        ? undefined
        : { ...body.certificate, expiresAt: new Date(body.certificate.expiresAt) };
    const key = subkey(deps.masterKey, 'recovery-id');
    const tokenId =
      idempotencyKey === undefined ? newId('tok') : `tok_${keyedDigest(key, 'token', caller.actor.id, idempotencyKey)}`;
    orRefuse(await createToken(database, tokenId, { accountId, serviceId, type, certificate }, caller.actor));
    const occasion = {
      principal: caller.actor.id,
      route: 'enrolment',
      idempotencyKey: idempotencyKey ?? tokenId,
      body,
    };
    await startRecovery<EnrolmentInput>(deps, 'enrolment', occasion, { accountId, actor: caller.actor, tokenId });
    const token = await database.tokens.findOne({ _id: tokenId });
    return token === null ? refuse('not-found') : tokenView(token);
  });
}
