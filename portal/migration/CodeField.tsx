import { TextField } from '@mui/material';
import type { Ref } from 'react';

interface CodeFieldProps {
  ref: Ref<HTMLInputElement>;
  label?: string;
  code: string;
  isMissing: boolean;
  isWrong: boolean;
  onType: (code: string) => void;
}

/** Takes whatever is pasted, blanks and hyphens included: the server judges. */
export function CodeField({ ref, label = 'Code from the e-mail', code, isMissing, isWrong, onType }: CodeFieldProps) {
  return (
    <TextField
      label={label}
      inputRef={ref}
      value={code}
      autoFocus
      error={isMissing || isWrong}
      helperText={isMissing ? 'Enter the code first.' : 'Numbers only; blanks and hyphens do not matter.'}
      onChange={(event) => {
        onType(event.target.value);
      }}
      slotProps={{
        htmlInput: {
          required: true,
          inputMode: 'numeric',
          autoComplete: 'one-time-code',
          spellCheck: false,
          sx: { fontSize: '1.5rem', letterSpacing: '0.25em', fontVariantNumeric: 'tabular-nums' },
        },
      }}
    />
  );
}
