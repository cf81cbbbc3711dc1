import TextField from '@mui/material/TextField';
import { fixedWidth } from '../appearance/theme.ts';
import { countOf } from '../text/trouble.ts';

interface Props {
  value: string;
  onChange: (value: string) => void;
  attemptsLeft: number;
}

/** Typed or pasted, with or without hyphens, in small letters or large. */
export function RestoreCodeField({ value, onChange, attemptsLeft }: Props) {
  return (
    <TextField
      label="Restore code"
      name="restore-code"
      autoComplete="off"
      autoFocus
      value={value}
      placeholder="XXXX-XXXX-XXXX-XXXX-X"
      helperText={`${countOf(attemptsLeft, 'attempt')} left; a typing error costs none`}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: {
          required: true,
          maxLength: 64,
          autoCapitalize: 'characters',
          spellCheck: false,
          sx: { fontFamily: fixedWidth, fontSize: '1.15rem', textTransform: 'uppercase', py: 2 },
        },
      }}
    />
  );
}
