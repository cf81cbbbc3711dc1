import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { wordsOf, type Setting, type SettingName, type Settings } from './settings.ts';

interface SettingControlProps {
  setting: Setting;
  value: Settings[SettingName];
  labelId: string;
  onChange: (value: Settings[SettingName]) => void;
}

/** A switch for yes or no, a list for more. */
export function SettingControl({ setting, value, labelId, onChange }: SettingControlProps) {
  if (typeof value === 'boolean')
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: { sm: 'flex-end' }, ml: { xs: -1, sm: 0 } }}>
        <Switch
          checked={value}
          onChange={(_event, isOn) => {
            onChange(isOn);
          }}
          slotProps={{ input: { 'aria-labelledby': labelId, 'aria-describedby': `${labelId}-about` } }}
        />
        <Box component="span" aria-hidden="true" sx={{ fontWeight: 650, minWidth: 26 }}>
          {wordsOf(setting, value)}
        </Box>
      </Box>
    );
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
