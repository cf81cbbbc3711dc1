import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { ShowBase, useShowContext } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { useRefreshInterval } from '../connection/attendance.ts';
import { NotShown } from '../display/NotShown.tsx';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { IdentityPanel } from '../identity/IdentityPanel.tsx';
import { AccountHead } from './AccountHead.tsx';
import { CertificatesPanel } from './CertificatesPanel.tsx';
import { DevicesPanel } from './DevicesPanel.tsx';
import { TokensPanel } from './TokensPanel.tsx';

const refreshMs = 10_000;
const shownInPlace = () => undefined;
// The list knows less of an account than this page: `whole` keeps the two apart in the cache.
const meta = { whole: true };

export function AccountShow() {
  const refetchInterval = useRefreshInterval(refreshMs);
  return (
    <ShowBase queryOptions={{ meta, refetchInterval, onError: shownInPlace }}>
      <AccountPage />
    </ShowBase>
  );
}

function AccountPage() {
  const { record, error } = useShowContext<AccountDetail>();
  if (record === undefined)
    return error ? (
      <NotShown title="Account" error={error} />
    ) : (
      <Skeleton variant="rounded" height={320} sx={{ mt: 3 }} />
    );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <AccountHead account={record} error={error} />
      {error && <ProblemAlert error={error} severity="warning" />}
      <IdentityPanel account={record} />
      <TokensPanel account={record} />
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
        <DevicesPanel devices={record.devices} />
        <CertificatesPanel account={record} />
      </Box>
    </Box>
  );
}
