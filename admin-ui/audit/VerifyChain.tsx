import VerifiedOutlinedIcon from '@mui/icons-material/VerifiedOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation } from '@tanstack/react-query';
import { useCanAccess, useDataProvider } from 'react-admin';
import type { ConsoleData } from '../connection/data-provider.ts';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { Verdict } from './Verdict.tsx';

export function VerifyChain() {
  const data = useDataProvider<ConsoleData>();
  const { canAccess } = useCanAccess({ resource: 'audit', action: 'verify' });
  const check = useMutation({ mutationFn: () => data.verifyAudit() });
  if (canAccess !== true) return null;
  return (
    <>
      <Button
        variant="contained"
        startIcon={<VerifiedOutlinedIcon />}
        loading={check.isPending}
        onClick={() => {
          check.mutate();
        }}
      >
        Verify chain
      </Button>
      <Dialog open={check.isSuccess || check.isError} onClose={check.reset} fullWidth maxWidth="sm">
        <DialogTitle>Audit chain</DialogTitle>
        <DialogContent>
          {check.data && <Verdict verification={check.data} />}
          {check.error && <ProblemAlert error={check.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={check.reset}>Close</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
