import { Alert, AlertTitle, Box, Button, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { z } from 'zod';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { OpenActivationPage } from '../../contracts/transfer.ts';
import { Problem } from '../page/Problem.tsx';
import { isRefused } from '../query-client.ts';
import { ask } from '../server.ts';
import { ShownActivation } from './ShownActivation.tsx';

export function ActivationDesk({ link }: { link: z.output<typeof OpenActivationPage> }) {
  const open = useMutation({
    mutationFn: () => ask(portalRoutes.openActivationPage, { body: link }),
    // What is shown here is a key: it stays on this screen, and in no cache.
    gcTime: 0,
  });
  if (open.data !== undefined) return <ShownActivation activation={open.data} onHide={open.reset} />;
  if (isRefused(open.error, 'link-spent')) return <Spent />;
  return (
    <Stack spacing={2.5}>
      <Typography>
        Transfer tokens was chosen on your old device. With the QR code of this page, your tokens move to your new one.
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { mb: 1 } }}>
        <li>
          Have your new device at hand, and nobody look over your shoulder: whoever scans the code first gets the
          tokens.
        </li>
        <li>Until they have moved, your tokens keep working on your old device.</li>
      </Box>
      <Typography>
        It was not you? Do not press the button. Choose “This wasn&apos;t me” in the message, and it is stopped.
      </Typography>
      {open.error !== null && <Problem error={open.error} />}
      <Button
        variant="contained"
        size="large"
        loading={open.isPending}
        data-testid="show-activation"
        onClick={() => {
          open.mutate();
        }}
      >
        Show QR code
      </Button>
    </Stack>
  );
}

function Spent() {
  return (
    <Stack spacing={2.5}>
      <Alert severity="warning" role="alert" data-testid="activation-spent">
        <AlertTitle>This activation is no longer open.</AlertTitle>
        It was used on a device already, it was cancelled, or its time is over.
      </Alert>
      <Typography>
        The portal shows under Recoveries what became of it. If you still want to move your tokens, choose Transfer
        tokens on your old device again.
      </Typography>
      <Button component={Link} to="/recoveries" variant="contained" size="large">
        Open Recoveries
      </Button>
    </Stack>
  );
}
