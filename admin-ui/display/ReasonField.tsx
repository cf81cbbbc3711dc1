import TextField from '@mui/material/TextField';

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
}

export function ReasonField({ value, onChange }: ReasonFieldProps) {
  return (
    <TextField
      label="Reason"
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      helperText="At least 5 characters. It stands in the timeline and in the audit, and the account holder reads it in the message."
      multiline
      minRows={3}
      required
      autoFocus
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}
