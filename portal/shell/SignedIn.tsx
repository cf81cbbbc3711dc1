import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from 'react-router';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Answer } from '../page/Answer.tsx';
import { isRefused, known } from '../query-client.ts';
import { ask } from '../server.ts';
import type { Arrival } from '../sign-in/arrival.ts';
import { Shell } from './Shell.tsx';

export function useMe() {
  return useQuery({ queryKey: known.me, queryFn: () => ask(portalRoutes.me, {}) });
}

/** Everything behind it needs a session; without one it leads to the sign-in page, and back. */
export function SignedIn() {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (isRefused(me.error, 'unauthenticated')) {
    const reason = me.data !== undefined ? 'expired' : pathname === '/' ? undefined : 'needed';
    const arrival: Arrival = { back: pathname + search, ...(reason && { reason }) };
    return <Navigate to="/sign-in" replace state={arrival} />;
  }
  if (me.data !== undefined) return <Shell name={me.data.name} />;
  return (
    <Box component="main" sx={{ p: 3 }}>
      <Answer query={me}>{() => null}</Answer>
    </Box>
  );
}
