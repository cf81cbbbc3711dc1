import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { useTransferStatus } from '../installation/use-transfer-status.ts';
import { mayTransfer } from '../text/transferable.ts';
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx';
import { RetryPanel } from './RetryPanel.tsx';
import { TokenChoice } from './TokenChoice.tsx';
import { TransferGaps } from './TransferGaps.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

/** Which tokens go, and the acknowledgement that begins it. */
export function TransferSelection() {
  const { state, act } = useInstallation();
  const { status, isBusy, trouble, look } = useTransferStatus();
  const starting = useDeed();
  const [chosen, setChosen] = useState<string[]>(state.transfer?.tokens ?? []);
  const [isAsking, setAsking] = useState(false);

  if (status === undefined) {
    if (trouble === undefined) return <CircularProgress aria-label="Looking" sx={{ alignSelf: 'center', my: 4 }} />;
    return <RetryPanel trouble={trouble} isBusy={isBusy} onRetry={look} />;
  }
  if (!status.isPossible) return <TransferGaps missing={status.missing} isBusy={isBusy} onRetry={look} />;
  if (state.tokens.length === 0) return <Typography>There is no token on this device.</Typography>;

  const selected = state.tokens.filter(({ id, ...token }) => chosen.includes(id) && mayTransfer(token, status));
  const start = () => {
    setAsking(false);
    void starting.attempt(async () => {
      await act((device) => device.transfer.start(selected.map(({ id }) => id)));
    });
  };
  return (
    <>
      <Typography color="textSecondary">
        Select the tokens that shall move to your new device. They work here until it has taken them.
      </Typography>
      <TokenChoice tokens={state.tokens} status={status} chosen={chosen} onChange={setChosen} />
      <TroubleAlert trouble={starting.trouble} />
      <Button
        variant="contained"
        size="large"
        disabled={selected.length === 0}
        loading={starting.isBusy}
        onClick={() => setAsking(true)}
      >
        OK
      </Button>
      <AcknowledgeDialog isOpen={isAsking} tokens={selected} onOk={start} onClose={() => setAsking(false)} />
    </>
  );
}
