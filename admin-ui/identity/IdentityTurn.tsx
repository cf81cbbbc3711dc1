import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCanAccess, useDataProvider } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { Turn } from '../connection/commands.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { HelpDialog } from '../help/HelpDialog.tsx';

interface IdentityTurnProps {
  account: AccountDetail;
  identity: NonNullable<AccountDetail['identity']>;
}

const looks = {
  off: {
    label: 'Disable the ID',
    tone: 'error',
    about: 'It signs in nowhere and cannot be restored until it is enabled again. Its devices keep it.',
    done: 'The ID is disabled. Its holder was told by mail.',
  },
  on: {
    label: 'Enable the ID',
    tone: 'primary',
    about: 'It signs in again, on the devices that have it.',
    done: 'The ID is enabled. Its holder was told by mail.',
  },
} as const;

/** Disabling or enabling, whichever its state leaves to do. */
export function IdentityTurn({ account, identity: { state } }: IdentityTurnProps) {
  const [turn, choose] = useState<Turn | null>(null);
  const data = useDataProvider<ConsoleData>();
  const possible = state === 'disabled' ? 'on' : state === 'active' ? 'off' : null;
  const { canAccess } = useCanAccess({ resource: 'identities', action: possible === 'on' ? 'enable' : 'disable' });
  return (
    <>
      {possible !== null && canAccess === true && (
        <Button
          size="small"
          variant="outlined"
          color={looks[possible].tone}
          onClick={() => {
            choose(possible);
          }}
        >
          {looks[possible].label}
        </Button>
      )}
      {turn !== null && (
        <HelpDialog
          title={`${looks[turn].label} of ${account.userName}`}
          {...looks[turn]}
          act={(help, key) => data.turnIdentity(account.id, turn, help, key)}
          onClose={() => {
            choose(null);
          }}
        />
      )}
    </>
  );
}
