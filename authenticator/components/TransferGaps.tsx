import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { TransferStatus } from '../../contracts/transfer.ts';
import { refusals } from '../../domain/refusals.ts';

interface Props {
  missing: TransferStatus['missing'];
  isBusy: boolean;
  onRetry: () => Promise<void>;
}

/** Exactly what keeps *Transfer tokens* from working, each with what to do. */
export function TransferGaps({ missing, isBusy, onRetry }: Props) {
  return (
    <>
      <Typography>Tokens cannot be transferred from this app now.</Typography>
      {missing.map((gap) => (
        <Alert key={gap} severity="info" data-testid="transfer-gap" data-gap={gap}>
          <AlertTitle>{refusals[gap].title}</AlertTitle>
          {refusals[gap].advice}
        </Alert>
      ))}
      <Button size="large" loading={isBusy} onClick={() => void onRetry()}>
        Look again
      </Button>
    </>
  );
}
