import Box from '@mui/material/Box';
import { Panel } from '../display/Panel.tsx';
import { SettingRow } from './SettingRow.tsx';
import { parts, type SettingName, type Settings } from './settings.ts';

interface PolicyPanelsProps {
  settings: Settings;
  changed?: SettingName[];
  onChange?: (name: SettingName, value: Settings[SettingName]) => void;
}

export function PolicyPanels({ settings, changed = [], onChange }: PolicyPanelsProps) {
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
