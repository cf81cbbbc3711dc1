import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import { Link } from 'react-router';
import { BackBar } from '../components/BackBar.tsx';
import { CodeTaker } from '../components/CodeTaker.tsx';
import { Page } from '../components/Page.tsx';
import { TypedActivation } from '../components/TypedActivation.tsx';
import { useOpenedLink } from '../installation/opened-link.ts';
import { useActivation } from '../installation/use-activation.ts';
import { useModel } from '../installation/use-model.ts';

const says = {
  where:
    'On your old device you chose Info, Transfer tokens, and we mailed you an activation. Point this camera at its QR code, or choose a picture of it.',
  question: 'Bring your tokens to this device?',
  warning:
    'You have opened the activation of a transfer. Go on only if you asked for it yourself: the tokens come to this device, and no other one can take them.',
};

/** *I have an activation code*, on the device that tokens are transferred to (guide 002). */
export default function ActivateScreen({ onStarted }: { onStarted: () => void }) {
  const [model, setModel] = useModel();
  const isOpened = useOpenedLink('activate') !== undefined;
  const { scanning, typing, type } = useActivation(model, onStarted);
  return (
    <Page bar={<BackBar title="Activation code" to="/" />}>
      <CodeTaker screen="activate" says={says} scanning={scanning} model={model} onModel={setModel} />
      {!isOpened && (
        <>
          <Divider>or type the code</Divider>
          <TypedActivation model={model} onModel={setModel} {...typing} onType={type} />
          <Button component={Link} to="/recreate" size="large">
            It came with a serial number
          </Button>
        </>
      )}
    </Page>
  );
}
