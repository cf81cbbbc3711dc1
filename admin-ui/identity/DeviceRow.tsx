import LinkOffIcon from '@mui/icons-material/LinkOff';
import PhoneIphoneIcon from '@mui/icons-material/PhoneIphone';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { Code } from '../display/Code.tsx';
import { Moment } from '../display/Moment.tsx';

interface DeviceRowProps {
  device: IdentityDevice;
  /** Absent for those who only read. */
  onUnpair: (() => void) | undefined;
}

// Wide: name, facts and button in one line. Narrow: the facts below.
const layout = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr auto', md: 'minmax(190px, 1.4fr) 3fr auto' },
  gridTemplateAreas: { xs: '"name unpair" "facts facts"', md: '"name facts unpair"' },
  alignItems: 'center',
  columnGap: 2,
  rowGap: 0.75,
} as const;

export function DeviceRow({ device, onUnpair }: DeviceRowProps) {
  const { model, shortId } = device;
  return (
    <Box
      component="li"
      data-testid={`device-${shortId}`}
      sx={{ ...layout, py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ gridArea: 'name', display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
        <PhoneIphoneIcon color="primary" />
        <Box sx={{ lineHeight: 1.35, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Box sx={{ fontWeight: 650 }}>{model}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
            ID <Code>{shortId}</Code>
          </Box>
        </Box>
      </Box>
      <DeviceFacts device={device} />
      {onUnpair && (
        <Button
          size="small"
          color="error"
          variant="outlined"
          startIcon={<LinkOffIcon />}
          onClick={onUnpair}
          aria-label={`Unpair ${model} ${shortId}`}
          sx={{ gridArea: 'unpair' }}
        >
          Unpair
        </Button>
      )}
    </Box>
  );
}

function DeviceFacts({ device: { pairedAt, lastUsedAt, lastSeenAt, lastAddress } }: Pick<DeviceRowProps, 'device'>) {
  return (
    <Box
      component="dl"
      sx={{ gridArea: 'facts', display: 'grid', gridTemplateColumns: '1fr 1fr 1.6fr', columnGap: 1.5, m: 0 }}
    >
      <Cell label="Paired">
        <Moment at={pairedAt} />
      </Cell>
      <Cell label="Last sign-in">{lastUsedAt === null ? 'never' : <Moment at={lastUsedAt} />}</Cell>
      <Cell label="Last seen">
        <Moment at={lastSeenAt} /> from <Code breaks>{lastAddress}</Code>
      </Cell>
    </Box>
  );
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ fontSize: '0.8125rem' }}>
      <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </Box>
  );
}
