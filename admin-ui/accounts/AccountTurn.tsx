import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCanAccess, useDataProvider, useShowContext } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { Turn } from '../connection/commands.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { TurnDialog } from '../display/TurnDialog.tsx';
import { accountTurns } from './account-turns.ts';

/** Disabling or enabling the account, whichever its state leaves to do. */
export function AccountTurn({ account }: { account: AccountDetail }) {
  // Held by the dialog: a colleague may turn it meanwhile.
  const [chosen, choose] = useState<Turn | null>(null);
  const data = useDataProvider<ConsoleData>();
  const { refetch } = useShowContext();
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
        <TurnDialog
          title={`${accountTurns[chosen].label} of ${account.userName}`}
          {...accountTurns[chosen]}
          act={(facts, key) => data.turnAccount(account.id, chosen, facts, key)}
          onSettled={() => void refetch()}
          onClose={() => {
            choose(null);
          }}
        />
      )}
    </>
  );
}
