import TextField from '@mui/material/TextField';

interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
}

export function CodeField({ value, onChange }: CodeFieldProps) {
  return (
    <TextField
      label="Code"
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      helperText="The six digits that your authenticator shows for Latchkey"
      required
      slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 9 } }}
    />
  );
}
