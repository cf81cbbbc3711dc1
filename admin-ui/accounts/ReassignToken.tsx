import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCanAccess, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import type { AccountDetail, AdminToken } from '../../contracts/accounts.ts';
import { ReassignDialog } from './ReassignDialog.tsx';

const reassignable: AdminToken['state'][] = ['active', 'locked', 'disabled'];

/** Leads on to the account that has got the new token. */
export function ReassignToken({ token, owner }: { token: AdminToken; owner: AccountDetail }) {
  const [isOpen, setOpen] = useState(false);
  const { canAccess } = useCanAccess({ resource: 'tokens', action: 'reassign' });
  const notify = useNotify();
  const navigate = useNavigate();
  if (canAccess !== true || token.recovery !== null || !reassignable.includes(token.state)) return <>–</>;
  return (
    <>
      <Button
        size="small"
        sx={{ whiteSpace: 'nowrap' }}
        aria-label={`Give ${token.serial} to another account`}
        data-testid={`reassign-${token.serial}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        Give to another
      </Button>
      {isOpen && (
        <ReassignDialog
          token={token}
          owner={owner}
          onDone={({ token: given, to }) => {
            setOpen(false);
            const done = `${token.serial} is deleted. ${given.serial} waits in the app of ${to.userName}, who was told by mail.`;
            notify(done, { type: 'success', autoHideDuration: 8_000 });
            void navigate(`/accounts/${to.id}/show`);
          }}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
