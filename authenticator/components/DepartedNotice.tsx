import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import type { DepartedToken } from '../../device-sdk/state.ts';
import { useInstallation } from '../installation/installation.ts';
import { identityService } from '../../domain/words.ts';
import { whyDeparted } from '../text/departures.ts';

/** Why a token is gone from this device (D-06); stays until it was read. */
export function DepartedNotice({ token }: { token: DepartedToken }) {
  const { act } = useInstallation();
  return (
    <Alert severity="warning" role="status" data-testid="departed" sx={{ '& .MuiAlert-message': { flex: 1 } }}>
      <AlertTitle>
        {token.service.id === identityService.id ? 'Your ID' : token.service.name} ({token.serial})
      </AlertTitle>
      {whyDeparted(token)}
      <Button
        size="small"
        color="inherit"
        sx={{ display: 'block', ml: -0.75, mt: 0.5 }}
        onClick={() => void act((device) => device.dismissDeparted(token.id))}
      >
        Understood
      </Button>
    </Alert>
  );
}
