import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { RecreationCase } from '../../contracts/recreation.ts';
import { DecideCallerDialog } from './DecideCallerDialog.tsx';
import { VerifyCallerDialog } from './VerifyCallerDialog.tsx';

interface CallerActionsProps {
  recovery: CaseDetail;
  recreation: RecreationCase;
}

type Deed = 'verify' | 'let-go-on' | 'send-back';

/** What the API says that whoever is signed in may do about the caller now, and nothing else. */
export function CallerActions({ recovery, recreation }: CallerActionsProps) {
  const [deed, choose] = useState<Deed | null>(null);
  const { mayVerify, mayDecide, support } = recreation;
  const { verification = null } = support ?? {};
  const close = () => {
    choose(null);
  };
  const button = (chosen: Deed) => ({
    onClick: () => {
      choose(chosen);
    },
  });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} data-testid="caller-actions">
      {mayVerify && (
        <Button variant={verification?.isGood === true ? 'text' : 'contained'} {...button('verify')}>
          {verification !== null ? 'Verify again' : 'Record how you verified the caller'}
        </Button>
      )}
      {mayDecide && (
        <>
          <Button variant="outlined" color="error" {...button('send-back')}>
            Send back
          </Button>
          <Button variant="contained" {...button('let-go-on')}>
            Let it go on
          </Button>
        </>
      )}
      {deed === 'verify' && <VerifyCallerDialog recovery={recovery} onClose={close} />}
      {deed !== null && deed !== 'verify' && <DecideCallerDialog recovery={recovery} decision={deed} onClose={close} />}
    </Box>
  );
}
