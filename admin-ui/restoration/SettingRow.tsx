import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { SettingControl } from './SettingControl.tsx';
import { wordsOf, type Setting, type SettingName, type Settings } from './settings.ts';

interface SettingRowProps {
  setting: Setting;
  value: Settings[SettingName];
  isChanged: boolean;
  /** Absent for those who only read. */
  onChange?: ((value: Settings[SettingName]) => void) | undefined;
}

export function SettingRow({ setting, value, isChanged, onChange }: SettingRowProps) {
  const id = useId();
  return (
    <Box
      data-testid={`setting-${setting.name}`}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '1fr 220px' },
        alignItems: 'center',
        columnGap: 3,
        rowGap: 0.75,
        px: 2,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        boxShadow: ({ palette }) => (isChanged ? `inset 3px 0 ${palette.secondary.light}` : 'none'),
      }}
    >
      <Box>
        <Typography id={id} sx={{ fontWeight: 600 }}>
          {setting.title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '76ch' }} id={`${id}-about`}>
          {setting.about}
        </Typography>
      </Box>
      {onChange === undefined ? (
        <Box sx={{ fontWeight: 650, textAlign: { sm: 'right' } }}>{wordsOf(setting, value)}</Box>
      ) : (
        <SettingControl setting={setting} value={value} labelId={id} onChange={onChange} />
      )}
    </Box>
  );
}
