import { Alert, AlertTitle, Typography } from '@mui/material';
import type { Recreation } from '../../contracts/recreation.ts';
import { When } from '../page/When.tsx';

interface WithSupportProps {
  support: NonNullable<Recreation['support']>;
  deadline: string;
}

/** What to expect, and what never to tell anybody. */
export function WithSupport({ support: { since, respondBy }, deadline }: WithSupportProps) {
  return (
    <div>
      <Typography variant="h2">Waiting for support</Typography>
      <Typography sx={{ mt: 1 }}>
        Support was asked <When at={since} /> and means to answer by{' '}
        <strong>
          <When at={respondBy} />
        </strong>
        . This recovery waits for them until <When at={deadline} />. You may close this page: it goes on here.
      </Typography>
      <Alert severity="info" role="note" sx={{ mt: 2 }}>
        <AlertTitle>They call you back, and verify who you are.</AlertTitle>
        Support never asks for your password, for a code, or for your answers. Whoever does is not support.
      </Alert>
    </div>
  );
}
