import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { PortalTokensQuery, type PortalToken } from '../../contracts/tokens.ts';
import { known, lookAgainMs } from '../query-client.ts';
import { ask } from '../server.ts';

export interface TokenFilter {
  device?: string | undefined;
  service?: string | undefined;
}

/** The filter lives in the address, so that a reload and the way back keep it. */
export function useTokenFilter(): [TokenFilter, (filter: TokenFilter) => void] {
  const [params, setParams] = useSearchParams();
  const read = PortalTokensQuery.safeParse(Object.fromEntries(params));
  const choose = (filter: TokenFilter) => {
    const chosen = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
    setParams(chosen, { replace: true });
  };
  return [read.success ? read.data : {}, choose];
}

/** The tokens, looked at again and again while a recovery holds one of them. */
export function useTokens(filter: TokenFilter) {
  return useQuery({
    queryKey: known.tokensOf(filter),
    queryFn: () => ask(portalRoutes.listTokens, { query: filter }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.tokens.some((token) => token.recovery !== null) ? lookAgainMs : false),
  });
}

interface Hold {
  token: string;
  recovery: string;
}

/** Every recovery that held a token since the page was opened: how it ends is told here. */
export function useHolds(tokens: PortalToken[]): Hold[] {
  const [seen, setSeen] = useState<Hold[]>([]);
  const fresh = tokens.flatMap(({ id, recovery }) =>
    recovery === null || seen.some((hold) => hold.token === id && hold.recovery === recovery.id)
      ? []
      : [{ token: id, recovery: recovery.id }],
  );
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  return [...seen, ...fresh];
}

const deeds = {
  disable: portalRoutes.disableToken,
  enable: portalRoutes.enableToken,
  delete: portalRoutes.deleteToken,
};
export type Change = keyof typeof deeds;

export function useChangeToken(id: string, onChanged: (change: Change) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => {
      await ask(deeds[change], { params: { id } });
    },
    onSuccess: (_nothing, change) => {
      onChanged(change);
    },
    onSettled: () => client.invalidateQueries({ queryKey: known.tokens }),
  });
}
