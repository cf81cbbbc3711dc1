import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { checkServer } from '../../device-sdk/servers.ts';
import { BackBar } from '../components/BackBar.tsx';
import { Page } from '../components/Page.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';

/** *Restore identity on other server* (guide 001, on-premise). */
export function OtherServerScreen() {
  const { state, act } = useInstallation();
  const navigate = useNavigate();
  const [address, setAddress] = useState('');
  const { isBusy, trouble, attempt } = useDeed();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const server = await checkServer(address);
      await act((device) => device.useServer(server));
      await navigate('/restore');
    });
  };
  return (
    <Page bar={<BackBar title="Other server" to="/" />}>
      {state.account !== null ? (
        <Alert severity="info" data-testid="server-is-settled">
          This app is signed in as {state.account.userName} at {new URL(state.server).host} and keeps to one server. To
          restore an ID of another one, sign out first, or use another browser profile.
        </Alert>
      ) : (
        <>
          <Typography color="textSecondary">
            For an ID that your organisation keeps on a server of its own. If you do not know its address, ask your
            administrator.
          </Typography>
          <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} aria-label="Restore identity on other server">
            <TextField
              label="Server address"
              name="server"
              autoFocus
              placeholder="latchkey.example.org"
              value={address}
              slotProps={{ htmlInput: { inputMode: 'url', autoCapitalize: 'none', spellCheck: false, maxLength: 300 } }}
              onChange={(event) => setAddress(event.target.value)}
            />
            <TroubleAlert trouble={trouble} />
            <Button type="submit" variant="contained" size="large" loading={isBusy} disabled={address.trim() === ''}>
              Continue
            </Button>
          </Stack>
        </>
      )}
    </Page>
  );
}
