import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Recovery } from '../../contracts/recoveries.ts';
import type { AnswerQuestions, Recreation } from '../../contracts/recreation.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { RecreationReason } from '../../domain/recreation.ts';
import { useOnce } from '../once.ts';
import { known, lookAgainMs, untilDecided } from '../query-client.ts';
import { useRecoveryNews } from '../recoveries/use-recovery.ts';
import { ask } from '../server.ts';

/** What only a recreation has, looked at again and again while it is open. Of any other recovery nothing is asked. */
export function useRecreation(recovery: Pick<Recovery, 'id' | 'kind' | 'endedAt'> | undefined) {
  const id = recovery?.id ?? '';
  return useQuery({
    queryKey: known.recreation(id),
    queryFn: () => ask(portalRoutes.showRecreation, { params: { id } }),
    enabled: recovery?.kind === 'recreation',
    refetchInterval: recovery?.endedAt === null ? lookAgainMs : false,
  });
}

/** What was answered is shown once the step that goes with it is known. */
function useStepNews(id: string) {
  const client = useQueryClient();
  const { lookAgain } = useRecoveryNews();
  return {
    onSuccess: async (recreation: Recreation) => {
      await client.invalidateQueries({ queryKey: known.recovery(id) });
      client.setQueryData(known.recreation(id), recreation);
      void client.invalidateQueries({ queryKey: known.tokens });
      void client.invalidateQueries({ queryKey: known.recoveries });
    },
    onError: () => {
      lookAgain(id);
    },
  };
}

export function useAnswers(id: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof AnswerQuestions>) => ask(portalRoutes.answerQuestions, { params: { id }, body }),
    ...untilDecided,
    ...useStepNews(id),
  });
}

export function useSupport(id: string) {
  return useMutation({
    mutationFn: () => ask(portalRoutes.askSupport, { params: { id } }),
    ...untilDecided,
    ...useStepNews(id),
  });
}

export function useConfirmation(id: string) {
  return useMutation({
    mutationFn: (reason: RecreationReason) => ask(portalRoutes.confirmRecreation, { params: { id }, body: { reason } }),
    ...untilDecided,
    ...useStepNews(id),
  });
}

export function useRegistration(id: string) {
  return useMutation({
    mutationFn: (code: string) => ask(portalRoutes.register, { params: { id }, body: { code } }),
    ...untilDecided,
    ...useStepNews(id),
  });
}

export function useStartOver(id: string) {
  const once = useOnce();
  return useMutation({
    mutationFn: () => ask(portalRoutes.startOver, { params: { id } }, once.key),
    ...untilDecided,
    ...useStepNews(id),
    onSettled: (_recreation, error) => {
      once.settle(error);
    },
  });
}

export function useFirstCode(id: string) {
  const { keep, lookAgain } = useRecoveryNews();
  return useMutation({
    mutationFn: (code: string) => ask(portalRoutes.enterFirstCode, { params: { id }, body: { code } }),
    ...untilDecided,
    onSuccess: keep,
    onError: () => {
      lookAgain(id);
    },
  });
}
