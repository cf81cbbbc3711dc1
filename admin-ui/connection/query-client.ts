import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../../contracts/client.ts';

/** A refusal is an answer: asking the same again at once would only repeat it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => !(error instanceof ProblemError) && failures < 2 },
    mutations: { retry: false },
  },
});
