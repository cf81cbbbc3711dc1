import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { NoAnswerError, ProblemError } from '../contracts/client.ts';

/** Everything the pages remember of the server, by what it is about. */
export const known = {
  me: ['me'] as const,
  tokens: ['tokens'] as const,
  tokensOf: (filter: { device?: string; service?: string }) => ['tokens', filter] as const,
  recoveries: ['recoveries'] as const,
  devices: ['devices'] as const,
  recovery: (id: string) => ['recovery', id] as const,
  recreation: (id: string) => ['recreation', id] as const,
  protection: ['protection'] as const,
};

/** How often an open recovery is looked at again. Pages in the background do not ask. */
export const lookAgainMs = 3_000;

export function isRefused(error: unknown, code: ProblemError['problem']['code']): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}

function mayPass(error: unknown): boolean {
  return error instanceof NoAnswerError || isRefused(error, 'unavailable') || isRefused(error, 'outcome-pending');
}

/** For deeds that may be said twice: while the outcome is pending, the same is asked again. */
export const untilDecided = {
  retry: (failures: number, error: Error) => failures < 5 && isRefused(error, 'outcome-pending'),
  retryDelay: 1_500,
};

function noticeSignedOut(error: unknown): void {
  // Asking once more who is signed in is what leads to the sign-in page (shell/SignedIn.tsx).
  if (isRefused(error, 'unauthenticated')) void queryClient.invalidateQueries({ queryKey: known.me });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== known.me[0]) noticeSignedOut(error);
    },
  }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: { retry: (failures, error) => failures < 2 && mayPass(error), staleTime: 1_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});
