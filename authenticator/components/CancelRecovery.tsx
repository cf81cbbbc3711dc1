import Button from '@mui/material/Button';
import type { Recovery } from '../../contracts/recoveries.ts';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  recovery: Recovery;
  label?: string;
  onReached: (recovery: Recovery) => void;
}

/** Nothing where the server does not offer it any more. */
export function CancelRecovery({ recovery, label = 'Cancel', onReached }: Props) {
  const { act } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  if (!recovery.actions.includes('cancel')) return null;
  const cancel = () => attempt(async () => onReached(await act((device) => device.cancelRecovery(recovery.id))));
  return (
    <>
      <TroubleAlert trouble={trouble} />
      <Button size="large" color="inherit" loading={isBusy} onClick={() => void cancel()}>
        {label}
      </Button>
    </>
  );
}
