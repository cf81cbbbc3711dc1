import { MenuItem, Stack, TextField } from '@mui/material';
import type { DeviceSummary, ServiceSummary } from '../../contracts/tokens.ts';
import { spellDevice } from '../recoveries/wording.ts';
import type { TokenFilter } from './use-tokens.ts';

interface TokenFiltersProps {
  devices: DeviceSummary[];
  services: ServiceSummary[];
  filter: TokenFilter;
  onChoose: (filter: TokenFilter) => void;
}

export function TokenFilters({ devices, services, filter, onChoose }: TokenFiltersProps) {
  return (
    <Stack direction="row" spacing={1.5} role="group" aria-label="Filters">
      <Choice
        label="Device"
        all="ALL DEVICES"
        choices={devices.map((device) => ({ id: device.id, name: spellDevice(device) }))}
        chosen={filter.device}
        onChoose={(device) => {
          onChoose({ ...filter, device });
        }}
      />
      <Choice
        label="Service"
        all="ALL SERVICES"
        choices={services}
        chosen={filter.service}
        onChoose={(service) => {
          onChoose({ ...filter, service });
        }}
      />
    </Stack>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  choices: { id: string; name: string }[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

function Choice({ label, all, choices, chosen, onChoose }: ChoiceProps) {
  // A filter from an old address may name what is no longer a choice.
  const value = choices.some((choice) => choice.id === chosen) ? chosen : '';
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value ?? ''}
      onChange={(event) => {
        onChoose(event.target.value || undefined);
      }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ flex: 1, minWidth: { xs: 0, sm: 170 }, bgcolor: 'background.paper', borderRadius: 1 }}
    >
      <MenuItem value="">{all}</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice.id} value={choice.id}>
          {choice.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
