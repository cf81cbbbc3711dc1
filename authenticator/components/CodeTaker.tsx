import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Scanning } from '../installation/use-scanned.ts';
import { forgetOpenedLink, useOpenedLink, type SecretLink } from '../installation/opened-link.ts';
import { CameraView } from './CameraView.tsx';
import { ImageChooser } from './ImageChooser.tsx';
import { OpenedCode } from './OpenedCode.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  screen: Exclude<SecretLink, 'recreate'>;
  /** Where the code is, and what is asked and warned of when a link has brought it. */
  says: { where: string; question: string; warning: string };
  scanning: Scanning;
  model: string;
  onModel: (model: string) => void;
}

/** Takes a code with a secret: from the link that opened the app, by camera, or from a picture. */
export function CodeTaker({ screen, says, scanning, model, onModel }: Props) {
  const opened = useOpenedLink(screen);
  const { hint, isBusy, trouble, scan, scanFrom } = scanning;
  const { where, question, warning } = says;
  return (
    <>
      {opened !== undefined ? (
        <OpenedCode
          testId={screen === 'pair' ? 'opened-pairing' : 'opened-activation'}
          {...{ question, warning, model, onModel, isBusy }}
          onTake={() => scan(opened)}
          onLeave={forgetOpenedLink}
        />
      ) : (
        <>
          <Typography color="textSecondary">{where}</Typography>
          <CameraView onText={(text) => void scan(text)} />
          <ImageChooser onChoose={(file) => void scanFrom(file)} />
        </>
      )}
      {hint !== undefined && (
        <Alert severity="info" role="status" data-testid="scan-hint">
          {hint}
        </Alert>
      )}
      <TroubleAlert trouble={trouble} />
    </>
  );
}
