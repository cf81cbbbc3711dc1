import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useCanAccess } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { Restoration } from '../../contracts/identities.ts';
import { Moment } from '../display/Moment.tsx';
import { SoftChip } from '../display/SoftChip.tsx';
import { DisableRestoration } from './DisableRestoration.tsx';
import { HandOut } from './HandOut.tsx';
import { Part } from './Part.tsx';

interface RestoreFunctionProps {
  account: AccountDetail;
  restoration: Restoration;
}

export function RestoreFunction({ account, restoration }: RestoreFunctionProps) {
  const { canAccess: mayHandOut } = useCanAccess({ resource: 'identities', action: 'handOut' });
  const { isActive, isAllowed } = restoration;
  const mark = <SoftChip tone={isActive ? 'success' : 'muted'} label={isActive ? 'Active' : 'Not active'} />;
  return (
    <Part title="Restore function" mark={mark} action={isActive && <DisableRestoration account={account} />}>
      <Standing restoration={restoration} />
      {!isAllowed && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          Restoring identities is switched off. The code can be used, seen and sent again once it is on.
        </Alert>
      )}
      {isAllowed && mayHandOut === true && <HandOut account={account} restoration={restoration} />}
    </Part>
  );
}

function Standing({ restoration: { isActive, mustStoreCode, codeIssuedAt } }: { restoration: Restoration }) {
  if (!isActive)
    return (
      <Box sx={{ color: 'text.secondary' }}>
        No restore code is kept. Its owner activates it in the app, under Restoration settings. To a caller who has no
        device any more, two supervisors hand out a fresh one.
        {mustStoreCode && ' The app asks for it the next time it is opened.'}
      </Box>
    );
  return (
    <Box sx={{ color: 'text.secondary' }}>
      {codeIssuedAt === null ? (
        'A restore code is kept.'
      ) : (
        <>
          The restore code was issued <Moment at={codeIssuedAt} />.
        </>
      )}
      {mustStoreCode && ' Its owner still has to store it.'}
    </Box>
  );
}
