import TextField from '@mui/material/TextField';
import { figures } from '../appearance/theme.ts';
import { countOf } from '../text/trouble.ts';

interface Props {
  value: string;
  onChange: (value: string) => void;
  attemptsLeft: number | undefined;
}

/** A mailed code, typed or pasted with whatever blanks and hyphens; the server judges it (C-09). */
export function CodeField({ value, onChange, attemptsLeft }: Props) {
  return (
    <TextField
      label="Code from the e-mail"
      name="code"
      autoComplete="one-time-code"
      autoFocus
      value={value}
      onChange={(event) => onChange(event.target.value)}
      placeholder="••• •••"
      helperText={attemptsLeft === undefined ? undefined : `${countOf(attemptsLeft, 'attempt')} left`}
      slotProps={{
        inputLabel: { shrink: true },
        formHelperText: { sx: { textAlign: 'center' } },
        htmlInput: {
          required: true,
          inputMode: 'numeric',
          maxLength: 32,
          sx: { ...figures, fontSize: '1.75rem', letterSpacing: '0.14em', textAlign: 'center', py: 2 },
        },
      }}
    />
  );
}
