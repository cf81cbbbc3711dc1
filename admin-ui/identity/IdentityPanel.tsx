import Box from '@mui/material/Box';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { Panel } from '../display/Panel.tsx';
import { IdentityDevices } from './IdentityDevices.tsx';
import { IdentityFacts } from './IdentityFacts.tsx';
import { IdentityTurn } from './IdentityTurn.tsx';
import { RestoreFunction } from './RestoreFunction.tsx';

/** The identity of the account: its state, its restore function and its devices, with what can be done for a caller. */
export function IdentityPanel({ account }: { account: AccountDetail }) {
  const { identity } = account;
  if (identity === null)
    return (
      <Panel title="Identity">
        <Box sx={{ px: 2, pb: 2, color: 'text.secondary' }}>
          This account has no identity yet. Its holder creates it in the app.
        </Box>
      </Panel>
    );
  return (
    <Panel title="Identity" action={<IdentityTurn account={account} identity={identity} />}>
      <IdentityFacts identity={identity} />
      <RestoreFunction account={account} restoration={identity.restoration} />
      <IdentityDevices account={account} devices={identity.devices} />
    </Panel>
  );
}
