import Visibility from '@mui/icons-material/Visibility';
import VisibilityOff from '@mui/icons-material/VisibilityOff';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';

interface Props {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  name?: string;
  autoComplete?: string;
  isFocused?: boolean;
}

export function PasswordField({ value, onChange, label = 'Password', isFocused = false, ...field }: Props) {
  const [isShown, setShown] = useState(false);
  const toggle = (
    <InputAdornment position="end">
      <IconButton
        edge="end"
        aria-label={`${isShown ? 'Hide' : 'Show'} the ${inSentence(label)}`}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? <VisibilityOff /> : <Visibility />}
      </IconButton>
    </InputAdornment>
  );
  return (
    <TextField
      label={label}
      type={isShown ? 'text' : 'password'}
      name={field.name ?? 'password'}
      autoComplete={field.autoComplete ?? 'current-password'}
      autoFocus={isFocused}
      value={value}
      slotProps={{ input: { endAdornment: toggle }, htmlInput: { required: true } }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** "New PIN" as it stands within a sentence: "new PIN". */
function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
