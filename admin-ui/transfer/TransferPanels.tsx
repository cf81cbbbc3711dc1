import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Panel } from '../display/Panel.tsx';
import { SettingFrame } from '../display/SettingFrame.tsx';
import { parts, settings as words, wordsOf, type SettingName, type Settings } from './settings.ts';
import { useServices } from './use-transfer-policy.ts';

interface TransferPanelsProps {
  settings: Settings;
  changed?: SettingName[];
  /** Absent for those who only read. */
  control?: (name: SettingName, labelId: string) => ReactNode;
}

const wide: SettingName[] = ['servicesOff', 'publicAddress'];

export function TransferPanels({ settings, changed = [], control }: TransferPanelsProps) {
  const { nameOf } = useServices();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {parts.map(({ title, names }) => (
        <Panel key={title} title={title}>
          {names.map((name) => (
            <SettingFrame
              key={name}
              name={name}
              {...words[name]}
              isChanged={changed.includes(name)}
              isWide={control !== undefined && wide.includes(name)}
            >
              {(labelId) =>
                control?.(name, labelId) ?? (
                  <Box sx={{ fontWeight: 650, textAlign: { sm: 'right' }, overflowWrap: 'anywhere' }}>
                    {wordsOf(settings, name, nameOf)}
                  </Box>
                )
              }
            </SettingFrame>
          ))}
        </Panel>
      ))}
    </Box>
  );
}
