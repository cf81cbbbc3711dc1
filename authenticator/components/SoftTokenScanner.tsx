import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import { useState } from 'react';
import { softTokenLinkIn } from '../../device-sdk/soft-token-link.ts';
import { useScanned } from '../installation/use-scanned.ts';
import { CameraView } from './CameraView.tsx';
import { ImageChooser } from './ImageChooser.tsx';

const isNone = 'That is not the QR code of a soft token. Scan the one that the portal shows beside the serial number.';

/** For whoever wants it: the portal shows both as a QR code, too. The camera is asked for only then. */
export function SoftTokenScanner({ onScanned }: { onScanned: (text: string) => void }) {
  const [isOn, setOn] = useState(false);
  const { hint, scan, scanFrom } = useScanned((text) => {
    const isOne = softTokenLinkIn(text) !== undefined;
    if (isOne) onScanned(text);
    return Promise.resolve(isOne ? undefined : isNone);
  });
  return (
    <>
      <Divider>or</Divider>
      {isOn ? (
        <CameraView onText={(text) => void scan(text)} />
      ) : (
        <Button variant="outlined" size="large" startIcon={<QrCodeScanner />} onClick={() => setOn(true)}>
          Scan the QR code
        </Button>
      )}
      {hint !== undefined && (
        <Alert severity="info" role="status" data-testid="scan-hint">
          {hint}
        </Alert>
      )}
      <ImageChooser onChoose={(file) => void scanFrom(file)} />
    </>
  );
}
