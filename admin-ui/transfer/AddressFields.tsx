import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { Draft } from './settings.ts';

type Address = Draft['publicAddress'];

interface AddressFieldsProps extends Address {
  isSound: boolean;
  labelId: string;
  onChange: (address: Address) => void;
}

export function AddressFields({ host, port, isSound, labelId, onChange }: AddressFieldsProps) {
  return (
    <Box
      role="group"
      aria-labelledby={labelId}
      aria-describedby={`${labelId}-about`}
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'minmax(0, 1fr) 96px',
        maxWidth: 520,
        mt: 0.75,
        alignItems: 'start',
      }}
    >
      <TextField
        label="FQDN or IP address"
        placeholder="app.example.org"
        value={host}
        margin="none"
        error={!isSound}
        helperText={isSound ? '' : 'Only a host name or IP address, and a port from 1 to 65535.'}
        onChange={(event) => {
          onChange({ host: event.target.value, port });
        }}
        slotProps={{
          htmlInput: { maxLength: 253, autoCapitalize: 'none', spellCheck: false, 'data-testid': 'public-host' },
        }}
      />
      <TextField
        label="Port"
        value={port}
        margin="none"
        error={!isSound}
        onChange={(event) => {
          onChange({ host, port: event.target.value });
        }}
        slotProps={{ htmlInput: { maxLength: 5, inputMode: 'numeric', 'data-testid': 'public-port' } }}
      />
    </Box>
  );
}
