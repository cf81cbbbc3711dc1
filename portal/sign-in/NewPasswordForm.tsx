import { Button, Link, Stack } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { Password } from '../../contracts/words.ts';
import { forgetLinkSecret } from '../link-secret.ts';
import { Problem } from '../page/Problem.tsx';
import type { Arrival } from './arrival.ts';
import { resetPassword } from './authentication.ts';
import { PasswordField } from './PasswordField.tsx';

const rule = `At least ${String(Password.minLength)} characters. A few words in a row are easy to remember.`;

export function NewPasswordForm({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [wasTried, setTried] = useState(false);
  const isFit = Password.safeParse(password).success;
  const isSame = password === again;
  const change = useSetPassword(token);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (isFit && isSame && !change.isPending) change.mutate(password);
  }

  return (
    <Stack component="form" spacing={2.5} onSubmit={submit} noValidate>
      {change.error !== null && <Problem error={change.error} />}
      <PasswordField
        label="New password"
        autoComplete="new-password"
        autoFocus
        value={password}
        onChange={setPassword}
        hint={rule}
        isWrong={wasTried && !isFit}
      />
      <PasswordField
        label="Repeat it"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        isWrong={wasTried && !isSame}
        {...(wasTried && !isSame ? { hint: 'The two are not the same.' } : {})}
      />
      <Button type="submit" variant="contained" size="large" loading={change.isPending}>
        Set password
      </Button>
      {change.error !== null && (
        <Link component={RouterLink} to="/forgot-password" sx={{ alignSelf: 'center' }}>
          Send a new link
        </Link>
      )}
    </Stack>
  );
}

function useSetPassword(token: string) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => resetPassword(token, password),
    onSuccess: async () => {
      forgetLinkSecret();
      client.clear();
      await navigate('/sign-in', { replace: true, state: { reason: 'password-set' } satisfies Arrival });
    },
  });
}
