import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { OnOffSwitch } from './OnOffSwitch.tsx';
import { wordsOf, type Setting, type SettingValue } from './settings.ts';

interface SettingControlProps {
  setting: Setting;
  value: SettingValue;
  labelId: string;
  onChange: (value: SettingValue) => void;
}

/** A switch for yes or no, a list for more. */
export function SettingControl({ setting, value, labelId, onChange }: SettingControlProps) {
  if (typeof value === 'boolean')
    return <OnOffSwitch isOn={value} words={wordsOf(setting, value)} labelId={labelId} onChange={onChange} />;
  return (
    <TextField
      select
      value={value}
      margin="none"
      onChange={(event) => {
        const chosen = setting.options.find((option) => option.value === (event.target.value as unknown));
        if (chosen !== undefined) onChange(chosen.value);
      }}
      slotProps={{ select: { labelId, SelectDisplayProps: { 'aria-describedby': `${labelId}-about` } } }}
    >
      {setting.options.map(({ value: option, words }) => (
        <MenuItem key={words} value={option as string | number}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
