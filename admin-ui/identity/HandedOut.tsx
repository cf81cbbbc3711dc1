import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect } from 'react';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { HandedOutRestoreCode, RestoreCodeWay } from '../../contracts/restoration.ts';
import { useIsAttended } from '../connection/attendance.ts';
import { CodeToCopy } from './CodeToCopy.tsx';
import { CodeToPrint } from './CodeToPrint.tsx';
import { CodeToRead } from './CodeToRead.tsx';

interface HandedOutProps {
  account: AccountDetail;
  way: RestoreCodeWay;
  handedOut: HandedOutRestoreCode;
  onClose: () => void;
}

/** The only place where a restore code is seen. A stray click must not close it; a desk that nobody is at must not show it. */
export function HandedOut({ account, way, handedOut: { code, isFresh }, onClose }: HandedOutProps) {
  const isAttended = useIsAttended();
  useEffect(() => {
    if (!isAttended) onClose();
  }, [isAttended, onClose]);
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="code-title" data-testid="handed-out">
      <DialogTitle id="code-title">Restore code of {account.userName}</DialogTitle>
      <DialogContent>
        {isFresh && (
          <Alert severity="info" sx={{ mb: 2 }} data-testid="fresh-code">
            This is a new code. The one that {account.userName} had is void.
          </Alert>
        )}
        {code === null ? <Mailed to={account.email} /> : <Shown account={account} way={way} code={code} />}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Shown({ account, way, code }: { account: AccountDetail; way: RestoreCodeWay; code: string }) {
  if (way === 'phone') return <CodeToRead code={code} />;
  if (way === 'print') return <CodeToPrint account={account} code={code} />;
  return <CodeToCopy code={code} />;
}

function Mailed({ to }: { to: string }) {
  return (
    <Alert severity="success" data-testid="code-mailed">
      The restore code is on its way to {to}.
    </Alert>
  );
}
