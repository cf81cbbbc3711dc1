import { BackBar } from '../components/BackBar.tsx';
import { CodeTaker } from '../components/CodeTaker.tsx';
import { Page } from '../components/Page.tsx';
import { usePairing } from '../installation/use-pairing.ts';
import { useModel } from '../installation/use-model.ts';

const says = {
  where:
    'On the device that has your ID, choose Edit, Restoration settings, Show QR code. Point this camera at it, or choose a picture of it.',
  question: 'Bring your ID to this device?',
  warning:
    'You have scanned the pairing code of a device that has your ID. Go on only if it is yours and lies before you.',
};

/** *Start QR code pairing*, on the device that the ID comes to. */
export default function PairScreen({ onStarted }: { onStarted: () => void }) {
  const [model, setModel] = useModel();
  const scanning = usePairing(model, onStarted);
  return (
    <Page bar={<BackBar title="QR code pairing" to="/" />}>
      <CodeTaker screen="pair" says={says} scanning={scanning} model={model} onModel={setModel} />
    </Page>
  );
}
