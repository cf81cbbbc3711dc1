import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { BackBar } from '../components/BackBar.tsx';
import { CameraView } from '../components/CameraView.tsx';
import { ImageChooser } from '../components/ImageChooser.tsx';
import { OpenedPairing } from '../components/OpenedPairing.tsx';
import { Page } from '../components/Page.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { forgetOpenedPairing, useOpenedPairing } from '../installation/opened-pairing.ts';
import { usePairing } from '../installation/use-pairing.ts';
import { useModel } from '../installation/use-model.ts';

/** *Start QR code pairing*, on the device that the ID comes to. */
export default function PairScreen({ onStarted }: { onStarted: () => void }) {
  const opened = useOpenedPairing();
  const [model, setModel] = useModel();
  const { hint, isBusy, trouble, pair, pairFrom } = usePairing(model, onStarted);
  return (
    <Page bar={<BackBar title="QR code pairing" to="/" />}>
      {opened !== undefined ? (
        <OpenedPairing
          model={model}
          onModel={setModel}
          isBusy={isBusy}
          onPair={() => pair(opened)}
          onLeave={forgetOpenedPairing}
        />
      ) : (
        <>
          <Typography color="textSecondary">
            On the device that has your ID, choose Edit, Restoration settings, Show QR code. Point this camera at it, or
            choose a picture of it.
          </Typography>
          <CameraView onText={(text) => void pair(text)} />
          <ImageChooser onChoose={(file) => void pairFrom(file)} />
        </>
      )}
      {hint !== undefined && (
        <Alert severity="info" role="status" data-testid="scan-hint">
          {hint}
        </Alert>
      )}
      <TroubleAlert trouble={trouble} />
    </Page>
  );
}
