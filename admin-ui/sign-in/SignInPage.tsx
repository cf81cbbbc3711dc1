import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Notification, useLogin } from 'react-admin';
import { KeyMark } from '../layout/Brand.tsx';
import { landingPage } from './auth-provider.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';

const backdrop =
  'radial-gradient(1100px 520px at 18% -10%, #1d8079 0%, transparent 60%), linear-gradient(160deg, #0f5c5c, #083838)';

export function SignInPage() {
  const login = useLogin();
  const [needsCode, setNeedsCode] = useState(false);
  const enter = async () => {
    await login({}, landingPage());
  };
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, background: backdrop }}
    >
      <title>Sign in · Latchkey</title>
      <Box sx={{ width: '100%', maxWidth: 396 }}>
        <Box
          sx={{ display: 'flex', alignItems: 'center', gap: 1.25, color: '#fff', mb: 2.5, justifyContent: 'center' }}
        >
          <KeyMark size={38} />
          <Typography component="span" sx={{ fontSize: '1.625rem', fontWeight: 700, letterSpacing: '-0.02em' }}>
            Latchkey
          </Typography>
        </Box>
        <Paper elevation={8} sx={{ p: 3.5, borderRadius: 3 }}>
          {needsCode ? (
            <SecondFactorForm
              onVerified={enter}
              onStartOver={() => {
                setNeedsCode(false);
              }}
            />
          ) : (
            <PasswordForm
              onSignedIn={enter}
              onSecondFactor={() => {
                setNeedsCode(true);
              }}
            />
          )}
        </Paper>
        <Typography variant="body2" sx={{ color: 'rgba(255,255,255,0.75)', textAlign: 'center', mt: 2 }}>
          Console of support, supervision and audit
        </Typography>
      </Box>
      <Notification />
    </Box>
  );
}
