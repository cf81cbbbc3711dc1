import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import type { Recreation } from '../../contracts/recreation.ts';
import { ShownValue } from './ShownValue.tsx';

type Activation = NonNullable<Recreation['activation']>;

/** Serial number and activation code, to be typed into the app, or scanned. */
export function NewIdentity({ activation, onNext }: { activation: Activation; onNext: () => void }) {
  const { serial, code, qr } = activation;
  return (
    <>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { md: '1fr auto' }, alignItems: 'start' }}>
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2, minWidth: 0 }}>
          <ShownValue name="Serial number" value={serial} testId="serial" />
          <ShownValue name="Activation code" value={code} testId="activation-code" />
        </Box>
        <OnDemand qr={qr} />
      </Box>
      <InTheApp />
      <Alert severity="warning" role="note">
        Do not tap <strong>Done</strong> in the app before you are finished here. The registration code would be
        discarded, and you would have to start over.
      </Alert>
      <div>
        <Button variant="contained" size="large" onClick={onNext}>
          Next
        </Button>
      </div>
    </>
  );
}

/** Not drawn unasked: whoever looks over a shoulder scans faster than reads. */
function OnDemand({ qr }: { qr: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <Stack spacing={1} sx={{ alignItems: { xs: 'flex-start', md: 'center' } }}>
      {isShown && (
        // Scanners need dark on light, in the dark scheme too.
        <Box
          sx={{ p: 1, bgcolor: '#fff', borderRadius: 1, border: '1px solid', borderColor: 'divider', lineHeight: 0 }}
        >
          <QRCodeSVG
            value={qr}
            size={200}
            marginSize={2}
            title="QR code with serial number and activation code"
            role="img"
          />
        </Box>
      )}
      <Button
        variant="outlined"
        size="small"
        aria-expanded={isShown}
        onClick={() => {
          setShown(!isShown);
        }}
      >
        {isShown ? 'Hide QR code' : 'Show as QR code'}
      </Button>
    </Stack>
  );
}

function InTheApp() {
  return (
    <div>
      <Typography variant="h3">In the app on your device</Typography>
      <Box component="ol" aria-label="In the app on your device" sx={{ pl: 2.5, my: 1, '& li': { mb: 0.75 } }}>
        <li>
          Open the app and choose <strong>Add a soft token by hand</strong>. It needs no network for this.
        </li>
        <li>
          Enter serial number and activation code, then choose <strong>Save</strong>.
        </li>
        <li>
          Choose a <strong>PIN</strong>. It protects the token in the app: remember it.
        </li>
        <li>
          The app shows a <strong>registration code</strong>. Leave it open, come back here and choose{' '}
          <strong>Next</strong>.
        </li>
      </Box>
    </div>
  );
}
