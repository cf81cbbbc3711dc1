import Box from '@mui/material/Box';
import Switch from '@mui/material/Switch';

interface OnOffSwitchProps {
  isOn: boolean;
  words: string;
  labelId: string;
  onChange: (isOn: boolean) => void;
}

export function OnOffSwitch({ isOn, words, labelId, onChange }: OnOffSwitchProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: { sm: 'flex-end' }, ml: { xs: -1, sm: 0 } }}>
      <Switch
        checked={isOn}
        onChange={(_event, turned) => {
          onChange(turned);
        }}
        slotProps={{ input: { 'aria-labelledby': labelId, 'aria-describedby': `${labelId}-about` } }}
      />
      <Box component="span" aria-hidden="true" sx={{ fontWeight: 650, minWidth: 26 }}>
        {words}
      </Box>
    </Box>
  );
}
