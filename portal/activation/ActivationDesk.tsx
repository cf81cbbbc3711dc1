import { Box, Button, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { OpenActivationPage } from '../../contracts/transfer.ts';
import { Problem } from '../page/Problem.tsx';
import { ask } from '../server.ts';
import { ShownActivation } from './ShownActivation.tsx';

export function ActivationDesk({ link }: { link: z.output<typeof OpenActivationPage> }) {
  const open = useMutation({
    mutationFn: () => ask(portalRoutes.openActivationPage, { body: link }),
    // What is shown here is a key: it stays on this screen, and in no cache.
    gcTime: 0,
  });
  if (open.data !== undefined) return <ShownActivation activation={open.data} onHide={open.reset} />;
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
