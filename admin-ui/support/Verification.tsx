import ReplyIcon from '@mui/icons-material/Reply';
import VerifiedUserOutlinedIcon from '@mui/icons-material/VerifiedUserOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { RecreationCase } from '../../contracts/recreation.ts';
import { Moment } from '../display/Moment.tsx';
import { howWords } from '../help/help.ts';

type Recorded = NonNullable<NonNullable<RecreationCase['support']>['verification']>;

/** How the caller was verified, by whom and when, and until when somebody may decide on it. */
export function Verification({ verification, isWaiting }: { verification: Recorded; isWaiting: boolean }) {
  const { by, at, goodUntil, isGood, callerCheck } = verification;
  return (
    <Told icon={<VerifiedUserOutlinedIcon color="primary" />} testId="verification">
      <Box sx={{ fontWeight: 650 }}>{howWords[callerCheck.how]}</Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>{callerCheck.note}</Box>
      <Who name={by.name} at={at} />
      {isWaiting && (
        <Box data-testid="good-until" sx={{ fontSize: '0.8125rem', ...(!isGood && { color: 'error.main' }) }}>
          {isGood ? 'Good until' : 'No longer good since'} <Moment at={goodUntil} as="time" /> (
          <Moment at={goodUntil} />)
        </Box>
      )}
    </Told>
  );
}

/** Why another verification is needed. */
export function SentBack({ entry: { actor, at, note } }: { entry: CaseDetail['timeline'][number] }) {
  return (
    <Told icon={<ReplyIcon color="warning" />} testId="sent-back">
      <Box sx={{ fontWeight: 650 }}>The last verification was sent back</Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>{note}</Box>
      <Who name={actor.name} at={at} />
    </Told>
  );
}

function Told({ icon, testId, children }: { icon: ReactNode; testId: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'start' }} data-testid={testId}>
      {icon}
      <Box sx={{ minWidth: 0 }}>{children}</Box>
    </Box>
  );
}

function Who({ name, at }: { name: string; at: string }) {
  return (
    <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
      {name}, <Moment at={at} as="time" /> (<Moment at={at} />)
    </Box>
  );
}
