import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { When } from '../page/When.tsx';
import { awaitedNames, spellDevice } from './wording.ts';

/** A duplication takes nothing from the first device. */
const fromNames = {
  enrolment: 'From device',
  migration: 'From device',
  reload: 'From device',
  restore: 'From device',
  duplication: 'First device',
  transfer: 'From device',
  recreation: 'From device',
} as const satisfies Record<Recovery['kind'], string>;

export function RecoveryFacts({ recovery }: { recovery: Recovery }) {
  const isOpen = recovery.endedAt === null;
  return (
    <Card sx={{ p: { xs: 2.5, sm: 3 } }}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2 }}>
        {isOpen && <Fact name="Who has to act">{awaitedNames[recovery.awaiting]}</Fact>}
        {isOpen && (
          <Fact name="This step is open until">
            <When at={recovery.deadline} />
          </Fact>
        )}
        {recovery.fromDevice !== null && (
          <Fact name={fromNames[recovery.kind]}>{spellDevice(recovery.fromDevice)}</Fact>
        )}
        {recovery.toDevice !== null && <Fact name="To device">{spellDevice(recovery.toDevice)}</Fact>}
        <Fact name="Started">
          <When at={recovery.startedAt} />
        </Fact>
        {recovery.endedAt !== null && (
          <Fact name="Ended">
            <When at={recovery.endedAt} />
          </Fact>
        )}
      </Box>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0 }}>
        {children}
      </Typography>
    </div>
  );
}
