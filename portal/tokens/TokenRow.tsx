import BadgeIcon from '@mui/icons-material/BadgeOutlined';
import SmartphoneIcon from '@mui/icons-material/Smartphone';
import { Avatar, Box, Card, Chip, Link, Stack, Typography } from '@mui/material';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router';
import type { PortalToken } from '../../contracts/tokens.ts';
import { spellDevice } from '../recoveries/wording.ts';
import { Certificates } from './Certificates.tsx';
import { Endings } from './Endings.tsx';
import { OpenRecovery } from './OpenRecovery.tsx';
import { TokenButtons } from './TokenButtons.tsx';
import { hintOf, nameOfState, stateColours, typeNames } from './wording.ts';

interface TokenRowProps {
  token: PortalToken;
  /** Whether *I have misplaced my token* can be chosen for it. */
  mayRecreate: boolean;
  /** Recoveries that held this token since the page was opened. */
  recoveries: string[];
  onChanged: (news: string) => void;
}

export function TokenRow({ token, mayRecreate, recoveries, onChanged }: TokenRowProps) {
  const serialId = useId();
  const hint = hintOf(token, mayRecreate);
  const isIdentity = token.type === 'identity';
  return (
    <Card component="article" aria-labelledby={serialId} sx={{ p: { xs: 2, sm: 3 } }}>
      <Stack direction="row" spacing={2} useFlexGap>
        <Avatar
          variant="rounded"
          sx={{ display: { xs: 'none', sm: 'flex' }, bgcolor: 'primary.main', color: 'primary.contrastText' }}
        >
          {isIdentity ? <BadgeIcon /> : <SmartphoneIcon />}
        </Avatar>
        <Box sx={{ minWidth: 0, flexGrow: 1 }}>
          <Stack
            direction={{ xs: 'column', md: 'row' }}
            spacing={2}
            sx={{ justifyContent: 'space-between', alignItems: { md: 'flex-start' } }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Head token={token} serialId={serialId} />
              <Typography>{typeNames[token.type]}</Typography>
              {isIdentity ? <WhereItIs /> : <WhatItIsFor token={token} />}
            </Box>
            <TokenButtons token={token} describedBy={serialId} onChanged={onChanged} />
          </Stack>
          {hint !== undefined && <Typography sx={{ color: 'text.secondary', mt: 1 }}>{hint}</Typography>}
          {token.state === 'suspended' && mayRecreate && <MakeAnew id={token.id} />}
          {!isIdentity && <Certificates certificates={token.certificates} />}
        </Box>
      </Stack>
      <Endings recoveries={recoveries} />
      {token.recovery !== null && <OpenRecovery id={token.recovery.id} />}
    </Card>
  );
}

function MakeAnew({ id }: { id: string }) {
  return (
    <Link component={RouterLink} to={`/account/misplaced?token=${id}`} sx={{ display: 'inline-block', mt: 0.5 }}>
      Make it anew
    </Link>
  );
}

function Head({ token, serialId }: { token: PortalToken; serialId: string }) {
  return (
    <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
      <Typography
        id={serialId}
        component="h2"
        sx={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontWeight: 700, fontSize: '1.125rem' }}
      >
        {token.maskedSerial}
      </Typography>
      <Chip size="small" label={nameOfState(token)} color={stateColours[token.state]} />
    </Stack>
  );
}

function WhatItIsFor({ token }: { token: PortalToken }) {
  return (
    <>
      <Typography>{token.device === null ? 'No device yet' : `SMARTPHONE: ${spellDevice(token.device)}`}</Typography>
      <Typography>Service: {token.service.name}</Typography>
    </>
  );
}

/** An identity signs in at every service, and may be on several devices. */
function WhereItIs() {
  return (
    <>
      <Typography>Signs you in with your user name</Typography>
      <Link component={RouterLink} to="/devices">
        Devices that it is on
      </Link>
    </>
  );
}
