import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Approval } from '../../contracts/restoration.ts';
import { DecisionDialog, type Decision } from './DecisionDialog.tsx';

/** What the API says that whoever is signed in may do with it now, and nothing else. */
export function ApprovalActions({ approval }: { approval: Approval }) {
  const [decision, decide] = useState<Decision | null>(null);
  const { id, account, mayDecide, mayUse } = approval;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }} data-testid="actions">
      {mayDecide && (
        <>
          <Button
            variant="outlined"
            color="error"
            onClick={() => {
              decide('refuse');
            }}
          >
            Refuse
          </Button>
          <Button
            variant="contained"
            onClick={() => {
              decide('approve');
            }}
          >
            Approve
          </Button>
        </>
      )}
      {mayUse && (
        <Button variant="contained" component={RouterLink} to={`/accounts/${account.id}/show?approval=${id}`}>
          Use it
        </Button>
      )}
      {decision !== null && (
        <DecisionDialog
          approval={approval}
          decision={decision}
          onClose={() => {
            decide(null);
          }}
        />
      )}
    </Box>
  );
}
