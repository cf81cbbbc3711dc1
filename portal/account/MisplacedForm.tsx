import { Alert, Button, Card, Link, Stack, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { Problem } from '../page/Problem.tsx';
import { isRefused } from '../query-client.ts';
import { PasswordField } from '../sign-in/PasswordField.tsx';
import { TokenChoice, type OwnToken } from './TokenChoice.tsx';
import { useStartRecreation } from './use-protection.ts';

interface MisplacedFormProps {
  tokens: OwnToken[];
  /** The one that a link named. */
  wanted: string | null;
}

export function MisplacedForm({ tokens, wanted }: MisplacedFormProps) {
  const free = tokens.filter(({ mayRecreate }) => mayRecreate);
  const [picked, setPicked] = useState<string>();
  const chosen = picked ?? free.find(({ id }) => id === wanted)?.id ?? (free.length === 1 ? free[0]?.id : undefined);
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const start = useStartRecreation(({ id }) => {
    void navigate(`/recoveries/${id}`, { state: { isFresh: true } });
  });

  const isWrong = isRefused(start.error, 'sign-in-failed');

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (chosen !== undefined && !start.isPending) start.mutate({ token: chosen, userName, password });
  }

  return (
    <Card component="section" aria-label="Self-administration" sx={{ p: { xs: 2.5, sm: 4 }, maxWidth: 640 }}>
      <Stack component="form" spacing={3} onSubmit={submit}>
        <TokenChoice
          label="Which token?"
          tokens={tokens}
          chosen={chosen ?? ''}
          onChoose={setPicked}
          barrierOf={({ mayRecreate, recovery }) => (mayRecreate ? undefined : <OpenOne recovery={recovery} />)}
        />
        {free.length > 0 && (
          <>
            <div>
              <Typography variant="h2">Self-administration</Typography>
              <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
                Sign in once more: the same user name and password as for this portal. Nothing about your token changes
                yet.
              </Typography>
            </div>
            {isWrong && (
              <Alert severity="error" role="alert">
                User name or password is not right. Nothing has begun.
              </Alert>
            )}
            {start.error !== null && !isWrong && <Problem error={start.error} />}
            <TextField
              label="User name"
              autoComplete="username"
              value={userName}
              error={isWrong}
              helperText="Or your e-mail address."
              onChange={(event) => {
                setUserName(event.target.value);
              }}
              slotProps={{ htmlInput: { required: true, spellCheck: false, autoCapitalize: 'none' } }}
            />
            <PasswordField
              label="Password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              isWrong={isWrong}
            />
            <Button
              type="submit"
              variant="contained"
              size="large"
              disabled={chosen === undefined}
              loading={start.isPending}
              sx={{ alignSelf: { sm: 'start' } }}
            >
              Next
            </Button>
          </>
        )}
      </Stack>
    </Card>
  );
}

function OpenOne({ recovery }: { recovery: string | null }) {
  if (recovery === null) return 'It cannot be made anew now.';
  return (
    <>
      A recovery of it is open:{' '}
      <Link component={RouterLink} to={`/recoveries/${recovery}`}>
        go on there
      </Link>
      .
    </>
  );
}
