import Visibility from '@mui/icons-material/Visibility';
import VisibilityOff from '@mui/icons-material/VisibilityOff';
import { IconButton, InputAdornment, TextField } from '@mui/material';
import { useState } from 'react';

interface PasswordFieldProps {
  label: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  isWrong?: boolean;
  autoFocus?: boolean;
}

export function PasswordField({ label, autoComplete, value, onChange, hint, isWrong, autoFocus }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const eye = (
    <InputAdornment position="end">
      <IconButton
        edge="end"
        aria-label="Show what is typed"
        aria-pressed={isShown}
        onClick={() => {
          setShown(!isShown);
        }}
      >
        {isShown ? <VisibilityOff /> : <Visibility />}
      </IconButton>
    </InputAdornment>
  );
  return (
    <TextField
      label={label}
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoFocus={autoFocus ?? false}
      value={value}
      error={isWrong ?? false}
      helperText={hint}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      slotProps={{ input: { endAdornment: eye }, htmlInput: { required: true } }}
    />
  );
}
