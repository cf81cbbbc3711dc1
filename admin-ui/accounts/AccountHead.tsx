import AddIcon from '@mui/icons-material/Add';
import MoveDownIcon from '@mui/icons-material/MoveDown';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useCanAccess } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { Moment } from '../display/Moment.tsx';
import { LiveMark } from '../layout/LiveMark.tsx';
import { AccountTurn } from './AccountTurn.tsx';
import { ActiveChip } from '../display/ActiveChip.tsx';
import { GiveTokenDialog } from './GiveTokenDialog.tsx';

interface AccountHeadProps {
  account: AccountDetail;
  error: unknown;
}

export function AccountHead({ account, error }: AccountHeadProps) {
  return (
    <Box component="header" sx={{ pt: 2 }}>
      <title>{`${account.userName} · Latchkey`}</title>
      <Box component="nav" aria-label="Breadcrumb" sx={{ fontSize: '0.8125rem', mb: 0.5 }}>
        <Link component={RouterLink} to="/accounts" underline="hover">
          Accounts
        </Link>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Typography variant="h1">{account.name}</Typography>
        <ActiveChip state={account.state} />
        <LiveMark error={error} everySeconds={10} />
        <Box sx={{ flexGrow: 1 }} />
        <AccountTurn account={account} />
        <RecoveriesButton email={account.email} />
        <GiveTokenButton account={account} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: { xs: 1, md: 0.25 } }}>
        {account.userName} · {account.email} · language {account.locale} · created <Moment at={account.createdAt} />
      </Typography>
    </Box>
  );
}

function RecoveriesButton({ email }: Pick<AccountDetail, 'email'>) {
  const filter = new URLSearchParams({ filter: JSON.stringify({ search: email }) });
  return (
    <Button
      component={RouterLink}
      to={`/recoveries?${filter.toString()}`}
      variant="outlined"
      startIcon={<MoveDownIcon />}
    >
      Recoveries
    </Button>
  );
}

function GiveTokenButton({ account }: { account: AccountDetail }) {
  const [isOpen, setOpen] = useState(false);
  const { canAccess } = useCanAccess({ resource: 'tokens', action: 'create' });
  if (canAccess !== true) return null;
  return (
    <>
      <Button
        variant="contained"
        startIcon={<AddIcon />}
        onClick={() => {
          setOpen(true);
        }}
      >
        Give a token
      </Button>
      {isOpen && (
        <GiveTokenDialog
          account={account}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
