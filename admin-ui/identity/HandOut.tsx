import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { Restoration } from '../../contracts/identities.ts';
import type { Approval, RestoreCodeWay } from '../../contracts/restoration.ts';
import { useApprovals } from '../approvals/use-approvals.ts';
import { HandOutDialog } from './HandOutDialog.tsx';
import { OpenApprovals } from './OpenApprovals.tsx';
import { ways } from './ways.tsx';

interface HandOutProps {
  account: AccountDetail;
  restoration: Restoration;
}

interface Chosen {
  way: RestoreCodeWay;
  approval: Approval | undefined;
}

/** What is handed out now: chosen here, or named by a link of the approvals page, which opens it once. */
function useChosen(usable: Approval[]) {
  const [search, setSearch] = useSearchParams();
  const [chosen, choose] = useState<Chosen | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const named = usable.find(({ id }) => id === search.get('approval'));
  if (named !== undefined && named.id !== opened) {
    setOpened(named.id);
    choose({ way: named.way, approval: named });
  }
  const close = () => {
    choose(null);
    setSearch({}, { replace: true });
  };
  return { chosen, choose, close };
}

/** The ways to get a restore code to its owner; an approval that waits to be used is used. */
export function HandOut({ account, restoration }: HandOutProps) {
  const approvals = useApprovals().filter((approval) => approval.account.id === account.id);
  const usable = approvals.filter(({ mayUse }) => mayUse);
  const { chosen, choose, close } = useChosen(usable);
  const open = (way: RestoreCodeWay) => {
    choose({ way, approval: usable.find((approval) => approval.way === way) });
  };
  return (
    <Box sx={{ mt: 1.25 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} role="group" aria-label="Restore code for its owner">
        {Object.entries(ways).map(([way, { label, icon }]) => (
          <Button
            key={way}
            size="small"
            variant="outlined"
            startIcon={icon}
            onClick={() => {
              open(way as RestoreCodeWay);
            }}
          >
            {label}
          </Button>
        ))}
      </Box>
      {restoration.isActive && !restoration.mayShowCode && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 1 }}>
          Nobody can read this code back: what you hand out is a new one, and the former code is void at once.
        </Box>
      )}
      <OpenApprovals
        approvals={approvals}
        onUse={(approval) => {
          choose({ way: approval.way, approval });
        }}
      />
      {chosen !== null && <HandOutDialog account={account} {...chosen} onClose={close} />}
    </Box>
  );
}
