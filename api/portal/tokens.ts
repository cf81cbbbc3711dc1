import type { Hono } from 'hono';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { changeToken, certificatesOf, tokensOf } from '../../store/tokens.ts';
import { queueLetter } from '../../store/letters.ts';
import type { MailFacts } from '../../contracts/mail.ts';
import type { TokenDoc } from '../../store/documents.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { AccountHolder } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse } from '../problem.ts';
import { startDelivery } from '../queued-letters.ts';
import { tokenForOwner } from '../views.ts';

/** *Strong Authentication* (guide 000): the tokens of the account and what their owner does with them at once. */
export function portalTokens(app: Hono, deps: ApiDependencies, guard: Guard<AccountHolder>): void {
  const { database } = deps;

  mount(app, portalRoutes.listTokens, guard, async ({ caller, query }) => {
    const [all, certificates] = await Promise.all([
      tokensOf(database, caller.accountId),
      certificatesOf(database, caller.accountId),
    ]);
    const shown = all.filter(
      ({ device, service }) =>
        (query.device === undefined || device?.id === query.device) &&
        (query.service === undefined || service.id === query.service),
    );
    return {
      tokens: shown.map((token) =>
        tokenForOwner(
          token,
          certificates.find(({ tokenId }) => tokenId === token._id),
        ),
      ),
      devices: distinct(all.flatMap(({ device }) => (device === null ? [] : [device]))),
      services: distinct(all.map(({ service }) => service)),
    };
  });

  const change = async (caller: AccountHolder, tokenId: string, what: MailFacts['token-changed']['change']) => {
    const token = orRefuse(await changeToken(database, caller.accountId, tokenId, what, caller.actor));
    await tellOwner(deps, token, what);
    const certificates = await certificatesOf(database, caller.accountId);
    return tokenForOwner(
      token,
      certificates.find((certificate) => certificate.tokenId === tokenId),
    );
  };
  mount(app, portalRoutes.disableToken, guard, ({ caller, params }) => change(caller, params.id, 'disabled'));
  mount(app, portalRoutes.enableToken, guard, ({ caller, params }) => change(caller, params.id, 'enabled'));
  mount(app, portalRoutes.deleteToken, guard, async ({ caller, params }) => {
    await change(caller, params.id, 'deleted');
    return undefined;
  });
}

async function tellOwner(
  deps: ApiDependencies,
  token: TokenDoc,
  change: MailFacts['token-changed']['change'],
): Promise<void> {
  const account = await deps.database.accounts.findOne({ _id: token.accountId });
  if (account === null) return;
  const { name, email, locale } = account;
  const { type, service } = token;
  const facts = { name, type, service: service.name, change, at: Date.now(), portalUrl: deps.settings.PORTAL_URL };
  const mailId = await queueLetter(
    deps.database,
    deps.vault,
    { accountId: account._id, email },
    { template: 'token-changed', locale, facts },
  );
  startDelivery(deps, mailId);
}

function distinct<T extends { id: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
