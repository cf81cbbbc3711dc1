import TextField from '@mui/material/TextField';
import { fixedWidth } from '../appearance/theme.ts';

interface Props {
  label: string;
  name: string;
  placeholder: string;
  helperText?: string;
  isFocused?: boolean;
  isWrong?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** A code that people copy: typed or pasted, with or without hyphens, in small letters or large. */
export function LongCodeField({ isFocused = false, isWrong = false, onChange, ...field }: Props) {
  return (
    <TextField
      {...field}
      autoComplete="off"
      error={isWrong}
      autoFocus={isFocused}
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
