import TextField from '@mui/material/TextField';

interface Props {
  label: string;
  value: string;
  isFocused?: boolean;
  onChange: (userName: string) => void;
}

export function UserNameField({ label, value, isFocused = false, onChange }: Props) {
  return (
    <TextField
      label={label}
      name="user-name"
      autoComplete="username"
      autoFocus={isFocused}
      value={value}
      slotProps={{ htmlInput: { required: true, maxLength: 254, autoCapitalize: 'none', spellCheck: false } }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
