import { Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Recreation } from '../../contracts/recreation.ts';
import { spellRemaining, useServerNow } from '../times.ts';
import { ActivationOver } from './ActivationOver.tsx';
import { NewIdentity } from './NewIdentity.tsx';
import { RegistrationForm } from './RegistrationForm.tsx';
import { StartOver } from './StartOver.tsx';

/** Guide 003, steps 12 to 17: out of the page into the app, and back with its registration code. */
export function Register({ recreation }: { recreation: Recreation }) {
  const [isEntering, setEntering] = useState(false);
  const now = useServerNow();
  const { activation, actions } = recreation;
  if (activation === null) return null;
  const leftMs = Date.parse(activation.expiresAt) - now;
  if (!actions.includes('register') || leftMs <= 0)
    return <ActivationOver recreation={recreation} isUsedUp={activation.attemptsLeft === 0} />;
  return (
    <Stack spacing={3}>
      <div>
        <Typography variant="h2">
          {isEntering ? 'Enter the registration code' : 'Your new soft token identity'}
        </Typography>
        <Typography role="timer" sx={{ color: 'text.secondary', mt: 0.5, fontVariantNumeric: 'tabular-nums' }}>
          Valid for {spellRemaining(leftMs)}
        </Typography>
      </div>
      {isEntering ? (
        <RegistrationForm
          recreation={recreation}
          onBack={() => {
            setEntering(false);
          }}
        />
      ) : (
        <NewIdentity
          activation={activation}
          onNext={() => {
            setEntering(true);
          }}
        />
      )}
      {actions.includes('start-over') && (
        <StartOver id={recreation.recovery} left={recreation.startOversLeft} variant="text" />
      )}
    </Stack>
  );
}
