import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AccountProtection,
  EnterTokenCode,
  SetSecurityQuestions,
  StartRecreation,
} from '../../contracts/recreation.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { useOnce } from '../once.ts';
import { isRefused, known, untilDecided } from '../query-client.ts';
import { useRecoveryNews } from '../recoveries/use-recovery.ts';
import { ask, serverNow } from '../server.ts';

/** Asked again at the moment when the second factor of this browser has lapsed. */
export function useProtection() {
  return useQuery({
    queryKey: known.protection,
    queryFn: () => ask(portalRoutes.showProtection, {}),
    refetchInterval: ({ state }) => {
      const until = state.data?.isOpenUntil ?? null;
      return until === null ? false : Math.max(1_000, Date.parse(until) - serverNow() + 500);
    },
  });
}

function useKeepProtection() {
  const client = useQueryClient();
  return {
    keep: (protection: AccountProtection) => {
      client.setQueryData(known.protection, protection);
    },
    lookAgain: () => client.invalidateQueries({ queryKey: known.protection }),
  };
}

export function useSecondFactor(onRefused: () => void) {
  const { keep } = useKeepProtection();
  return useMutation({
    mutationFn: (body: z.input<typeof EnterTokenCode>) => ask(portalRoutes.enterTokenCode, { body }),
    onSuccess: keep,
    onError: onRefused,
  });
}

export function useSetQuestions(onSet: () => void) {
  const { keep, lookAgain } = useKeepProtection();
  return useMutation({
    mutationFn: (body: z.input<typeof SetSecurityQuestions>) => ask(portalRoutes.setSecurityQuestions, { body }),
    onSuccess: (protection) => {
      keep(protection);
      onSet();
    },
    onError: (error) => {
      if (isRefused(error, 'second-factor-needed')) void lookAgain();
    },
  });
}

export function useStartRecreation(onBegun: (recovery: Recovery) => void) {
  const once = useOnce();
  const { keep, lookAgain } = useRecoveryNews();
  const protection = useKeepProtection();
  return useMutation({
    mutationFn: (body: z.input<typeof StartRecreation>) => ask(portalRoutes.startRecreation, { body }, once.key),
    ...untilDecided,
    onSuccess: (recovery) => {
      keep(recovery);
      onBegun(recovery);
    },
    onError: () => {
      lookAgain(null);
      void protection.lookAgain();
    },
    onSettled: (_recovery, error) => {
      once.settle(error);
    },
  });
}
