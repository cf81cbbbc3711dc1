import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { useModel } from '../installation/use-model.ts';
import { useSignIn } from '../installation/use-sign-in.ts';
import { ModelField } from './ModelField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

export function SignInForm() {
  const { isBusy, trouble, signIn } = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [model, setModel] = useModel();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void signIn({ email: email.trim(), password, model: model.trim() });
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} aria-label="Sign in">
      <TextField
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        slotProps={{ htmlInput: { required: true } }}
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordField value={password} onChange={setPassword} />
      <ModelField value={model} onChange={setModel} />
      <TroubleAlert trouble={trouble} />
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        Sign in
      </Button>
      <Typography variant="body2" color="textSecondary" sx={{ textAlign: 'center' }}>
        Forgot your password? Choose a new one in the portal.
      </Typography>
    </Stack>
  );
}
