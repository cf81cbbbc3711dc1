import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { BackBar } from '../components/BackBar.tsx';
import { CameraView } from '../components/CameraView.tsx';
import { ImageChooser } from '../components/ImageChooser.tsx';
import { Page } from '../components/Page.tsx';
import { openLink } from '../installation/opened-link.ts';
import { textsIn } from '../scanning/qr-reader.ts';
import { readAppLink, type Scanned } from '../text/app-link.ts';

const explained = {
  pairing: 'That is the pairing code of an ID. Go back, and choose Start QR code pairing.',
  activation: 'That is the activation of a transfer. Go back, and choose I have an activation code.',
  otpauth:
    'That is a set-up code of another kind. Tokens of Latchkey come by themselves: choose MIGRATE in the portal.',
  'something-else': 'That is not a code of Latchkey. Scan the one that the portal shows.',
} as const;

export default function ScanScreen() {
  const navigate = useNavigate();
  const [hint, setHint] = useState<string>();

  const understand = (text: string) => {
    const scanned: Scanned = readAppLink(text, location.origin);
    if (scanned.is === 'soft-token') {
      openLink('recreate', text);
      void navigate('/recreate', { replace: true });
      return;
    }
    if (scanned.is !== 'recovery') {
      setHint(
        scanned.is === 'elsewhere'
          ? `That code belongs to another Latchkey, at ${scanned.host}. Open the app there.`
          : explained[scanned.is],
      );
      return;
    }
    void navigate(scanned.recovery === undefined ? '/add' : `/add?recovery=${scanned.recovery}`, { replace: true });
  };
  const readFile = async (file: File) => {
    try {
      const [text] = await textsIn(await createImageBitmap(file));
      if (text === undefined) setHint('No QR code was found in that image.');
      else understand(text);
    } catch {
      setHint('That file could not be read as an image.');
    }
  };

  return (
    <Page bar={<BackBar title="Scan QR code" to="/add" />}>
      <CameraView onText={understand} />
      {hint !== undefined && (
        <Alert severity="info" role="status" data-testid="scan-hint">
          {hint}
        </Alert>
      )}
      <Typography color="textSecondary">
        Point the camera at the QR code that the portal shows, or choose a picture of it.
      </Typography>
      <ImageChooser onChoose={(file) => void readFile(file)} />
    </Page>
  );
}
