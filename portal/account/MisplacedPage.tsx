import { Alert, Card, Link, Typography } from '@mui/material';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { Answer } from '../page/Answer.tsx';
import { Page } from '../page/Page.tsx';
import { MisplacedForm } from './MisplacedForm.tsx';
import { useProtection } from './use-protection.ts';

/** Guide 003, step 7: *I have misplaced my token*. */
export function MisplacedPage() {
  const protection = useProtection();
  const [params] = useSearchParams();
  return (
    <Page title="I have misplaced my token" subtitle="Make it anew: on a new device, or in the app installed again">
      <Answer query={protection}>
        {({ tokens, questions }) => {
          const listed = tokens.filter(({ mayRecreate, recovery }) => mayRecreate || recovery !== null);
          return listed.length === 0 ? (
            <None />
          ) : (
            <>
              {questions.set.length === 0 && (
                <Alert severity="info">
                  You have set no security questions, so support has to make sure who you are. You can begin here all
                  the same.
                </Alert>
              )}
              <MisplacedForm tokens={listed} wanted={params.get('token')} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function None() {
  return (
    <Card sx={{ p: 4 }}>
      <Typography>
        There is no token that could be made anew here. A disabled one is enabled under{' '}
        <Link component={RouterLink} to="/strong-authentication">
          Strong Authentication
        </Link>
        ; for any other, contact support.
      </Typography>
    </Card>
  );
}
