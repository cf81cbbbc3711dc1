import Box from '@mui/material/Box';
import { SettingControl } from './SettingControl.tsx';
import { SettingFrame } from './SettingFrame.tsx';
import { wordsOf, type Setting, type SettingValue } from './settings.ts';

interface SettingRowProps {
  setting: Setting;
  value: SettingValue;
  isChanged: boolean;
  /** Absent for those who only read. */
  onChange?: ((value: SettingValue) => void) | undefined;
}

export function SettingRow({ setting, value, isChanged, onChange }: SettingRowProps) {
  return (
    <SettingFrame name={setting.name} title={setting.title} about={setting.about} isChanged={isChanged}>
      {(labelId) =>
        onChange === undefined ? (
          <Box sx={{ fontWeight: 650, textAlign: { sm: 'right' } }}>{wordsOf(setting, value)}</Box>
        ) : (
          <SettingControl setting={setting} value={value} labelId={labelId} onChange={onChange} />
        )
      }
    </SettingFrame>
  );
}
