import TextField from '@mui/material/TextField';

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  /** Who reads it. */
  readBy?: string;
  autoFocus?: boolean;
}

const everybody = 'It stands in the timeline and in the audit, and the account holder reads it in the message.';

export function ReasonField({ value, onChange, readBy = everybody, autoFocus = false }: ReasonFieldProps) {
  return (
    <TextField
      label="Reason"
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      helperText={`At least 5 characters. ${readBy}`}
      multiline
      minRows={2}
      required
      autoFocus={autoFocus}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}
