import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { SyntheticEvent } from 'react';
import { useInstallation } from '../installation/installation.ts';
import { ModelField } from './ModelField.tsx';

interface Props {
  testId: string;
  question: string;
  warning: string;
  model: string;
  onModel: (model: string) => void;
  isBusy: boolean;
  onTake: () => Promise<void>;
  onLeave: () => void;
}

/** The code came with a link that the phone's own camera opened: a link never acts, its reader does. */
export function OpenedCode({ testId, question, warning, model, onModel, isBusy, onTake, onLeave }: Props) {
  const { state } = useInstallation();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void onTake();
  };
  return (
    <Stack
      component="form"
      onSubmit={submit}
      sx={{ gap: 2.5 }}
      aria-label={question.replace('?', '')}
      data-testid={testId}
    >
      <Typography variant="h2">{question}</Typography>
      <Typography color="textSecondary">{warning}</Typography>
      {state.account === null && <ModelField value={model} onChange={onModel} />}
      <Stack sx={{ gap: 1 }}>
        <Button type="submit" variant="contained" size="large" loading={isBusy}>
          Continue
        </Button>
        <Button size="large" disabled={isBusy} onClick={onLeave}>
          Scan another code
        </Button>
      </Stack>
    </Stack>
  );
}
