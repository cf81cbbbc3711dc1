import HighlightOffIcon from '@mui/icons-material/HighlightOff';
import MailOutlineIcon from '@mui/icons-material/MailOutlined';
import MoreTimeIcon from '@mui/icons-material/MoreTime';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { RecoveryAction } from '../../domain/actions.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { actionWords } from './words.ts';

const icons: Record<RecoveryAction, ReactNode> = {
  resend: <MailOutlineIcon />,
  extend: <MoreTimeIcon />,
  cancel: <HighlightOffIcon />,
};

/** What the API says that this member of staff may do with this recovery now, and nothing else. */
export function ActionButtons({ recovery }: { recovery: CaseDetail }) {
  const [chosen, choose] = useState<RecoveryAction | null>(null);
  return (
    <Box sx={{ display: 'flex', gap: 1 }} data-testid="actions">
      {recovery.actions.map((action) => (
        <Button
          key={action}
          variant={action === 'cancel' ? 'outlined' : 'contained'}
          color={action === 'cancel' ? 'error' : 'primary'}
          startIcon={icons[action]}
          onClick={() => {
            choose(action);
          }}
        >
          {actionWords[action]}
        </Button>
      ))}
      {chosen !== null && (
        <ActionDialog
          recovery={recovery}
          action={chosen}
          onClose={() => {
            choose(null);
          }}
        />
      )}
    </Box>
  );
}
