import { CircularProgress, Stack } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from './Problem.tsx';

interface AnswerProps<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

/** What was asked for, or why it is not there. Old data stay in sight, marked as such, while the server is away. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  const problem = query.error !== null && <Problem error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data !== undefined) {
    return (
      <>
        {problem}
        {children(query.data)}
      </>
    );
  }
  if (problem !== false) return problem;
  return (
    <Stack role="status" aria-label="Loading" sx={{ alignItems: 'center', p: 6 }}>
      <CircularProgress />
    </Stack>
  );
}
