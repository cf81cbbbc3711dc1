import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Approval } from '../../contracts/restoration.ts';
import { Moment } from '../display/Moment.tsx';
import { ways } from './ways.tsx';

interface ApprovalAskedProps {
  approval: Approval;
  onClose: () => void;
}

export function ApprovalAsked({ approval, onClose }: ApprovalAskedProps) {
  const { way, account, expiresAt } = approval;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="asked-title">
      <DialogTitle id="asked-title">
        {ways[way].label}: restore code of {account.userName}
      </DialogTitle>
      <DialogContent>
        <Alert severity="success" data-testid="approval-asked">
          Approval was asked for. Another supervisor finds it under Approvals; it expires <Moment at={expiresAt} />.
          Once it is approved, “Use it” appears on this page.
        </Alert>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
