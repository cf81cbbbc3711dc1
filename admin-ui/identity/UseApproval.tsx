import Box from '@mui/material/Box';
import DialogContentText from '@mui/material/DialogContentText';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { Approval, HandedOutRestoreCode, RestoreCodeWay } from '../../contracts/restoration.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { Moment } from '../display/Moment.tsx';
import { howWords } from '../help/help.ts';
import { useHandingOut } from './use-handing-out.ts';
import { ways } from './ways.tsx';

interface UseApprovalProps {
  account: AccountDetail;
  way: RestoreCodeWay;
  approval: Approval;
  onHandedOut: (answer: HandedOutRestoreCode) => void;
  onClose: () => void;
}

/** An approval is good for its own facts alone, so they are shown and not asked. */
export function UseApproval({ account, way, approval, onHandedOut, onClose }: UseApprovalProps) {
  const handing = useHandingOut(account.id, onHandedOut);
  const { label, about, submit } = ways[way];
  const { id, callerCheck, reason, decidedBy, expiresAt } = approval;
  return (
    <DeedDialog
      title={`${label}: restore code of ${account.userName}`}
      label={submit}
      isPending={handing.isPending}
      error={handing.error}
      onSubmit={() => {
        handing.mutate({ way, callerCheck, reason, approval: id });
      }}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1.5 }}>
        {about} {decidedBy?.name ?? 'Another supervisor'} has approved this for the facts below: once, and it expires{' '}
        <Moment at={expiresAt} />. Its owner is told by mail.
      </DialogContentText>
      <Box
        component="dl"
        sx={{ m: 0, '& dt': { color: 'text.secondary', fontSize: '0.75rem' }, '& dd': { m: 0, mb: 1 } }}
      >
        <dt>Caller verified</dt>
        <dd>
          {howWords[callerCheck.how]}: {callerCheck.note}
        </dd>
        <dt>Reason</dt>
        <dd>{reason}</dd>
      </Box>
    </DeedDialog>
  );
}
