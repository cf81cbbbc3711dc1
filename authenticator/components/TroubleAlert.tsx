import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { Trouble } from '../text/words-of-trouble.ts';

export function TroubleAlert({ trouble }: { trouble: Trouble | undefined }) {
  if (trouble === undefined) return null;
  return (
    <Alert severity="error" role="alert" data-testid="trouble">
      <AlertTitle>{trouble.title}</AlertTitle>
      {trouble.detail}
    </Alert>
  );
}
