import ArrowForwardIcon from '@mui/icons-material/ArrowForward';
import PhoneIphoneIcon from '@mui/icons-material/PhoneIphone';
import Box from '@mui/material/Box';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import { isRestoring } from '../../domain/restoration.ts';
import type { RecoveryKind } from '../../domain/words.ts';
import { Code } from '../display/Code.tsx';
import { Fact, Facts } from '../display/Facts.tsx';
import { Panel } from '../display/Panel.tsx';

type Device = CaseDetail['fromDevice'];

const noFormerDevice: Record<RecoveryKind, string> = {
  enrolment: 'None: first binding',
  migration: 'Not known',
  reload: 'Not known',
  restore: 'Lost or replaced: unpaired in the end',
  duplication: 'Those that have it',
  transfer: 'Not known',
  recreation: 'Not known',
};

export function TokensPanel({ recovery }: { recovery: CaseDetail }) {
  const { serials, services, fromDevice, toDevice, unpaired } = recovery;
  const isIdentity = isRestoring(recovery.kind);
  const title = isIdentity ? 'Identity' : serials.length === 1 ? 'Token' : `${String(serials.length)} tokens`;
  return (
    <Panel title={title}>
      <Facts>
        <Fact label={serials.length === 1 ? 'Serial' : 'Serials'}>
          {serials.map((serial) => (
            <div key={serial}>
              <Code>{serial}</Code>
            </div>
          ))}
        </Fact>
        {/* An identity signs in at every service: there is none to name. */}
        {!isIdentity && (
          <Fact label={services.length === 1 ? 'Service' : 'Services'}>
            {services.map(({ id, name }) => (
              <div key={id}>{name}</div>
            ))}
          </Fact>
        )}
        {unpaired.length > 0 && (
          <Fact label="Unpaired by it">
            {unpaired.map(({ id, model, shortId }) => (
              <div key={id}>
                {model} <Code>{shortId}</Code>
              </div>
            ))}
          </Fact>
        )}
      </Facts>
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}
      >
        <DeviceBox label="From device" device={fromDevice} otherwise={noFormerDevice[recovery.kind]} />
        <ArrowForwardIcon fontSize="small" color="action" aria-label="to" />
        <DeviceBox label="To device" device={toDevice} otherwise="Not known yet" />
      </Box>
    </Panel>
  );
}

interface DeviceBoxProps {
  label: string;
  device: Device;
  otherwise: string;
}

function DeviceBox({ label, device, otherwise }: DeviceBoxProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: 1, minWidth: 0 }}>
      <PhoneIphoneIcon color={device ? 'primary' : 'disabled'} />
      <Box sx={{ lineHeight: 1.35, minWidth: 0 }}>
        <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{label}</Box>
        {device ? (
          <Box>
            {device.model} <Code>{device.shortId}</Code>
          </Box>
        ) : (
          <Box sx={{ color: 'text.secondary' }}>{otherwise}</Box>
        )}
      </Box>
    </Box>
  );
}
