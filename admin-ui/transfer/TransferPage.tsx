import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useCanAccess } from 'react-admin';
import { NotShown } from '../display/NotShown.tsx';
import { PolicyStanding } from '../display/PolicyStanding.tsx';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { LiveMark } from '../layout/LiveMark.tsx';
import { PageHead } from '../layout/PageHead.tsx';
import { Readiness } from './Readiness.tsx';
import { settingsOf } from './settings.ts';
import { TransferForm } from './TransferForm.tsx';
import { TransferPanels } from './TransferPanels.tsx';
import { useTransferPolicy } from './use-transfer-policy.ts';

/** What the administrator has decided about transferring tokens: everybody reads it, the administrator changes it. */
export function TransferPage() {
  const { data: policy, error } = useTransferPolicy();
  const { canAccess } = useCanAccess({ resource: 'transfer', action: 'change' });
  const mayChange = canAccess === true;
  if (policy === undefined)
    return error ? <NotShown title="Transfer" error={error} /> : <Skeleton variant="rounded" height={420} />;
  return (
    <Box sx={{ maxWidth: 860 }}>
      <PageHead title="Transfer" about={<PolicyStanding policy={policy} />}>
        <LiveMark error={error} everySeconds={15} />
      </PageHead>
      {error && <ProblemAlert error={error} severity="warning" />}
      <Readiness missing={policy.missing} mayChange={mayChange} />
      {mayChange ? (
        <TransferForm policy={policy} />
      ) : (
        <>
          <TransferPanels settings={settingsOf(policy)} />
          <Box sx={{ color: 'text.secondary', mt: 1.5 }}>Administrators change this.</Box>
        </>
      )}
    </Box>
  );
}
