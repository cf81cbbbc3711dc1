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

export function DeviceRow({ device, onUnpair }: DeviceRowProps) {
  const { model, shortId, pairedAt, lastUsedAt, lastSeenAt, lastAddress } = device;
  return (
    <Box
      component="li"
      data-testid={`device-${shortId}`}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.75,
        py: 1,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 210, flex: '1 1 210px' }}>
        <PhoneIphoneIcon color="primary" />
        <Box sx={{ lineHeight: 1.35 }}>
          <Box sx={{ fontWeight: 650 }}>{model}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
            ID <Code>{shortId}</Code>
          </Box>
        </Box>
      </Box>
      <Cell label="Paired">
        <Moment at={pairedAt} />
      </Cell>
      <Cell label="Last sign-in">{lastUsedAt === null ? 'never' : <Moment at={lastUsedAt} />}</Cell>
      <Cell label="Last seen">
        <Moment at={lastSeenAt} /> from <Code>{lastAddress}</Code>
      </Cell>
      {onUnpair && (
        <Button
          size="small"
          color="error"
          variant="outlined"
          startIcon={<LinkOffIcon />}
          onClick={onUnpair}
          aria-label={`Unpair ${model} ${shortId}`}
        >
          Unpair
        </Button>
      )}
    </Box>
  );
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ fontSize: '0.8125rem', flex: '1 1 96px', whiteSpace: 'nowrap' }}>
      <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{label}</Box>
      {children}
    </Box>
  );
}
