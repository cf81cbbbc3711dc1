import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { homeServer } from '../installation/home-server.ts';
import { useInstallation } from '../installation/installation.ts';

/** Names the server, where it is not the one that this app came with, and the way back. */
export function OtherServerNotice() {
  const { state, act } = useInstallation();
  if (state.server === homeServer) return null;
  return (
    <Alert
      severity="info"
      data-testid="other-server"
      action={
        <Button color="inherit" size="small" onClick={() => void act((device) => device.useServer(homeServer))}>
          Leave it
        </Button>
      }
    >
      Server: {new URL(state.server).host}
    </Alert>
  );
}
