import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCanAccess, useDataProvider } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { HelpDialog } from '../help/HelpDialog.tsx';

export function DisableRestoration({ account }: { account: AccountDetail }) {
  const [isOpen, setOpen] = useState(false);
  const data = useDataProvider<ConsoleData>();
  const { canAccess } = useCanAccess({ resource: 'identities', action: 'disableRestoration' });
  if (canAccess !== true) return null;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color="error"
        onClick={() => {
          setOpen(true);
        }}
      >
        Disable restoration
      </Button>
      {isOpen && (
        <HelpDialog
          title={`Disable restoration for ${account.userName}`}
          label="Disable restoration"
          tone="error"
          about="The restore code is void at once: whoever loses their device cannot restore this ID before the restore function is activated again in the app."
          act={(help, key) => data.disableRestoration(account.id, help, key)}
          done="Restoration is disabled for this ID. Its holder was told by mail."
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
