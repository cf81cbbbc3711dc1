import MailIcon from '@mui/icons-material/MailOutlined';
import { Button, DialogActions, DialogContent, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Problem } from '../page/Problem.tsx';
import { useOnce } from '../once.ts';
import { useRecoveryNews } from '../recoveries/use-recovery.ts';
import { ask } from '../server.ts';
import type { Move } from './move.ts';
import { MoveSentence } from './MoveSentence.tsx';

interface RequestCodeProps {
  move: Move;
  onBegun: (recoveryId: string) => void;
  onClose: () => void;
}

export function RequestCode({ move, onBegun, onClose }: RequestCodeProps) {
  const start = useStart(move.token, onBegun);
  return (
    <>
      <DialogContent>
        <Stack spacing={2.5}>
          <MoveSentence move={move} />
          <Typography sx={{ color: 'text.secondary' }}>
            To show that it is you, we mail you a one-time password (OTP). The token keeps working where it is until the
            new device has taken it over.
          </Typography>
          {start.error !== null && <Problem error={start.error} />}
          <Button
            variant="contained"
            size="large"
            startIcon={<MailIcon />}
            loading={start.isPending}
            autoFocus
            onClick={() => {
              start.mutate();
            }}
            sx={{ alignSelf: { sm: 'flex-start' } }}
          >
            Send OTP by e-mail
          </Button>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ p: 2.5 }}>
        <Button onClick={onClose}>CLOSE</Button>
        <Button variant="contained" disabled>
          CONFIRM
        </Button>
      </DialogActions>
    </>
  );
}

function useStart(token: string, onBegun: (recoveryId: string) => void) {
  const once = useOnce();
  const { keep, lookAgain } = useRecoveryNews();
  return useMutation({
    mutationFn: () => ask(portalRoutes.startMigration, { params: { id: token } }, once.key),
    onSuccess: (recovery) => {
      keep(recovery);
      onBegun(recovery.id);
    },
    onError: () => {
      lookAgain(null);
    },
    onSettled: (_recovery, error) => {
      once.settle(error);
    },
  });
}
