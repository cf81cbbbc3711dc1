import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import { causeSentence, causeWords } from '../attention/causes.ts';
import { Moment } from '../display/Moment.tsx';

export function TroubleAlert({ recovery }: { recovery: CaseDetail }) {
  if (recovery.trouble === null) return null;
  const { cause, since } = recovery.trouble;
  return (
    <Alert severity="warning" variant="outlined" data-testid="trouble">
      <AlertTitle>{causeWords[cause]}</AlertTitle>
      {causeSentence(recovery.trouble, recovery)} Since <Moment at={since} as="time" />.
    </Alert>
  );
}
