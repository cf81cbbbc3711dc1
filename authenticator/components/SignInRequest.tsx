import Close from '@mui/icons-material/Close';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { WaitingSignIn } from '../../contracts/identities.ts';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { useSignInAnswer } from '../installation/use-sign-in-answer.ts';
import { NumberChoice } from './NumberChoice.tsx';
import { PasscodeForm } from './PasscodeForm.tsx';
import { TimeLeft } from './TimeLeft.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

/** A service asks whether it is you: the right one of three numbers and the passcode say yes. */
export function SignInRequest({ signIn }: { signIn: WaitingSignIn }) {
  const { settleSignIn } = useInstallation();
  const [number, setNumber] = useState<string>();
  const { approve, refuse } = useSignInAnswer(signIn);
  const refusing = useDeed();
  const putOff = () => settleSignIn(signIn.id);
  return (
    <Dialog open onClose={putOff} fullWidth maxWidth="xs" aria-labelledby="sign-in-title" data-testid="sign-in-request">
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2.25, pt: 2.5 }}>
        <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 1 }}>
          <Typography component="h2" id="sign-in-title" variant="h1" sx={{ flex: 1, fontSize: '1.5rem' }}>
            Is this you?
          </Typography>
          <IconButton aria-label="Decide later" onClick={putOff} sx={{ mt: -0.75, mr: -1.25 }}>
            <Close />
          </IconButton>
        </Stack>
        <Typography component="div">
          Somebody signs in to{' '}
          <Typography component="strong" sx={{ fontWeight: 700 }} data-testid="sign-in-service">
            {signIn.service.name}
          </Typography>
          {signIn.place !== null && (
            <Typography color="textSecondary" data-testid="sign-in-place">
              {signIn.place}
            </Typography>
          )}
        </Typography>
        <NumberChoice service={signIn.service.name} choices={signIn.choices} chosen={number} onChoose={setNumber} />
        <PasscodeForm
          label="Approve"
          isDisabled={number === undefined}
          onPasscode={(passcode) => (number === undefined ? Promise.resolve() : approve(number, passcode))}
        >
          <TroubleAlert trouble={refusing.trouble} />
          <Button
            color="error"
            size="large"
            loading={refusing.isBusy}
            onClick={() => void refusing.attempt(refuse)}
            data-testid="refuse-sign-in"
          >
            This wasn’t me: refuse
          </Button>
        </PasscodeForm>
        <TimeLeft until={signIn.expiresAt} />
      </DialogContent>
    </Dialog>
  );
}
