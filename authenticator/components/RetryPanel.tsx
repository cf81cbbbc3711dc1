import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { Trouble } from '../text/words-of-trouble.ts';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  trouble: Trouble;
  isBusy: boolean;
  onRetry: () => Promise<void>;
  onLater?: () => void;
}

export function RetryPanel({ trouble, isBusy, onRetry, onLater }: Props) {
  return (
    <>
      <TroubleAlert trouble={trouble} />
      <Stack sx={{ gap: 1 }}>
        <Button variant="contained" size="large" loading={isBusy} onClick={() => void onRetry()}>
          Try again
        </Button>
        {onLater !== undefined && (
          <Button size="large" onClick={onLater}>
            Later
          </Button>
        )}
      </Stack>
    </>
  );
}
