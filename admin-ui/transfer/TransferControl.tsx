import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { OnOffSwitch } from '../display/OnOffSwitch.tsx';
import { AddressFields } from './AddressFields.tsx';
import { ServicesField } from './ServicesField.tsx';
import { provisioningWords, type Draft, type SettingName } from './settings.ts';

interface TransferControlProps {
  name: SettingName;
  draft: Draft;
  isSound: boolean;
  labelId: string;
  onChange: (change: Partial<Draft>) => void;
}

export function TransferControl({ name, draft, isSound, labelId, onChange }: TransferControlProps) {
  switch (name) {
    case 'servicesOff':
      return (
        <ServicesField
          chosen={draft.servicesOff}
          labelId={labelId}
          onChange={(servicesOff) => {
            onChange({ servicesOff });
          }}
        />
      );
    case 'publicAddress':
      return (
        <AddressFields
          {...draft.publicAddress}
          isSound={isSound}
          labelId={labelId}
          onChange={(publicAddress) => {
            onChange({ publicAddress });
          }}
        />
      );
    case 'provisioning':
      return <Provisioning value={draft.provisioning} labelId={labelId} onChange={onChange} />;
    default:
      return (
        <OnOffSwitch
          isOn={draft[name]}
          words={draft[name] ? 'On' : 'Off'}
          labelId={labelId}
          onChange={(isOn) => {
            onChange({ [name]: isOn });
          }}
        />
      );
  }
}

interface ProvisioningProps {
  value: Draft['provisioning'];
  labelId: string;
  onChange: (change: Partial<Draft>) => void;
}

function Provisioning({ value, labelId, onChange }: ProvisioningProps) {
  return (
    <TextField
      select
      value={value}
      margin="none"
      onChange={(event) => {
        onChange({ provisioning: event.target.value === 'online' ? 'online' : 'offline' });
      }}
      slotProps={{ select: { labelId, SelectDisplayProps: { 'aria-describedby': `${labelId}-about` } } }}
    >
      {Object.entries(provisioningWords).map(([mode, words]) => (
        <MenuItem key={mode} value={mode}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
