import Box from '@mui/material/Box';
import { Panel } from './Panel.tsx';
import { SettingRow } from './SettingRow.tsx';
import type { Part, SettingValue } from './settings.ts';

interface SettingPanelsProps<Name extends string> {
  parts: Part<Name>[];
  settings: Record<Name, SettingValue>;
  changed?: Name[];
  /** Absent for those who only read. */
  onChange?: (name: Name, value: SettingValue) => void;
}

/** The settings of a policy, part by part. */
export function SettingPanels<Name extends string>(props: SettingPanelsProps<Name>) {
  const { parts, settings, changed = [], onChange } = props;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {parts.map((part) => (
        <Panel key={part.title} title={part.title}>
          {part.settings.map((setting) => (
            <SettingRow
              key={setting.name}
              setting={setting}
              value={settings[setting.name]}
              isChanged={changed.includes(setting.name)}
              onChange={
                onChange &&
                ((value) => {
                  onChange(setting.name, value);
                })
              }
            />
          ))}
        </Panel>
      ))}
    </Box>
  );
}
