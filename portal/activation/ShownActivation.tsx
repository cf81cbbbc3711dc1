import { Box, Button, Divider, Link, Stack, Typography } from '@mui/material';
import { QRCodeSVG } from 'qrcode.react';
import type { ReactNode } from 'react';
import type { ActivationPage } from '../../contracts/transfer.ts';
import { When } from '../page/When.tsx';

const mono = 'ui-monospace, Menlo, Consolas, monospace';

/** To scan with the new device, to type there, or to open on it. */
export function ShownActivation({ activation, onHide }: { activation: ActivationPage; onHide: () => void }) {
  const { qr, code, userName, until, services } = activation;
  return (
    <Stack spacing={2.5} role="region" aria-label="Activation" data-testid="activation">
      <Typography>
        In the app on your new device, choose <strong>I have an activation code</strong>, and scan this:
      </Typography>
      <Stack spacing={1} sx={{ alignItems: 'center' }}>
        {/* Scanners need dark on light, in the dark scheme too. */}
        <Box
          sx={{ p: 1, bgcolor: '#fff', borderRadius: 1, border: '1px solid', borderColor: 'divider', lineHeight: 0 }}
        >
          <QRCodeSVG
            value={qr}
            size={248}
            level="M"
            marginSize={3}
            title="QR code that activates your new device"
            role="img"
          />
        </Box>
        <Link href={qr} rel="noopener noreferrer" variant="body2" sx={{ textAlign: 'center' }}>
          Or open the app here, if this is your new device
        </Link>
      </Stack>
      <Divider>or type it</Divider>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.5 }}>
        <Fact name="User name" testId="activation-user-name">
          <Box component="span" sx={{ fontWeight: 650, fontSize: '1.25rem', overflowWrap: 'anywhere' }}>
            {userName}
          </Box>
        </Fact>
        <Fact name="Activation code" testId="activation-code">
          <Box component="span" sx={{ fontFamily: mono, fontWeight: 700, fontSize: '1.75rem', whiteSpace: 'nowrap' }}>
            {code}
          </Box>
        </Fact>
        <Fact name={services.length > 1 ? 'Tokens' : 'Token'}>{services.join(', ')}</Fact>
        <Fact name="Works once, until">
          <When at={until} />
        </Fact>
      </Box>
      <Button variant="outlined" onClick={onHide}>
        Hide it
      </Button>
    </Stack>
  );
}

function Fact({ name, testId, children }: { name: string; testId?: string; children: ReactNode }) {
  return (
    <div>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0 }} data-testid={testId}>
        {children}
      </Typography>
    </div>
  );
}
