import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCanAccess } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { Turn } from '../connection/commands.ts';
import { AccountTurnDialog } from './AccountTurnDialog.tsx';
import { accountTurns } from './account-turns.ts';

/** Disabling or enabling the account, whichever its state leaves to do. */
export function AccountTurn({ account }: { account: AccountDetail }) {
  // Held by the dialog: a colleague may turn it meanwhile.
  const [chosen, choose] = useState<Turn | null>(null);
  const turn = account.state === 'active' ? 'off' : 'on';
  const { canAccess } = useCanAccess({ resource: 'accounts', action: turn === 'off' ? 'disable' : 'enable' });
  if (canAccess !== true) return null;
  const { label, tone } = accountTurns[turn];
  return (
    <>
      <Button
        variant="outlined"
        color={tone}
        onClick={() => {
          choose(turn);
        }}
      >
        {label}
      </Button>
      {chosen !== null && (
        <AccountTurnDialog
          account={account}
          turn={chosen}
          onClose={() => {
            choose(null);
          }}
        />
      )}
    </>
  );
}
