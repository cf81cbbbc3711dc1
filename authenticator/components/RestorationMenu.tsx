import Autorenew from '@mui/icons-material/Autorenew';
import Block from '@mui/icons-material/Block';
import Key from '@mui/icons-material/KeyOutlined';
import QrCode2 from '@mui/icons-material/QrCode2';
import Alert from '@mui/material/Alert';
import Card from '@mui/material/Card';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Identity, RestoreCodeShown } from '../../contracts/identities.ts';
import { useInstallation } from '../installation/installation.ts';
import { momentOf } from '../text/moments.ts';
import { PasscodeDialog } from './PasscodeDialog.tsx';

interface Props {
  identity: Identity;
  onShown: (shown: RestoreCodeShown) => void;
}

const asked = {
  show: ['Show the restore code', 'Show', 'Be sure that nobody looks over your shoulder.'],
  renew: ['Make a new code', 'Make a new code', 'The present one counts until you have stored the new one.'],
  disable: [
    'Disable restoration',
    'Disable',
    'Your restore code becomes void. If you lose this device, only support can bring your ID back.',
  ],
} as const;
type Asked = keyof typeof asked;

/** What can be done once the restore function is active; each after the passcode. */
export function RestorationMenu({ identity, onShown }: Props) {
  const { act, announce } = useInstallation();
  const [asking, setAsking] = useState<Asked>();
  const { mayShowCode, codeIssuedAt } = identity.restoration;
  const deeds: Record<Asked, (passcode: string) => Promise<void>> = {
    show: async (passcode) => onShown(await act((device) => device.identity.showRestoreCode(passcode))),
    renew: async (passcode) => onShown(await act((device) => device.identity.issueRestoreCode(passcode))),
    disable: async (passcode) => {
      await act((device) => device.identity.disableRestoration(passcode));
      setAsking(undefined);
      announce('The restore function is disabled. The former code is void.');
    },
  };
  return (
    <>
      <Alert severity="success" data-testid="restoration-active">
        The restore function is active.{codeIssuedAt === null ? '' : ` Your code was issued ${momentOf(codeIssuedAt)}.`}
      </Alert>
      <Card>
        <List disablePadding>
          {mayShowCode && <Row icon={<Key />} title={asked.show[0]} onChoose={() => setAsking('show')} />}
          <ListItem disablePadding>
            <ListItemButton component={Link} to="/identity/pairing" sx={{ py: 1.75 }}>
              <ListItemIcon sx={{ color: 'primary.main' }}>
                <QrCode2 />
              </ListItemIcon>
              <ListItemText primary="Show QR code" secondary="Bring your ID to another device now" />
            </ListItemButton>
          </ListItem>
          <Row icon={<Autorenew />} title={asked.renew[0]} onChoose={() => setAsking('renew')} />
          <Row icon={<Block />} title={asked.disable[0]} isGrave onChoose={() => setAsking('disable')} />
        </List>
      </Card>
      {asking !== undefined && (
        <PasscodeDialog
          title={asked[asking][0]}
          label={asked[asking][1]}
          colour={asking === 'disable' ? 'error' : 'primary'}
          onPasscode={deeds[asking]}
          onClose={() => setAsking(undefined)}
        >
          {asked[asking][2]}
        </PasscodeDialog>
      )}
    </>
  );
}

interface RowProps {
  icon: React.ReactNode;
  title: string;
  isGrave?: boolean;
  onChoose: () => void;
}

function Row({ icon, title, isGrave = false, onChoose }: RowProps) {
  return (
    <ListItem disablePadding>
      <ListItemButton onClick={onChoose} sx={{ py: 1.75, color: isGrave ? 'error.main' : undefined }}>
        <ListItemIcon sx={{ color: isGrave ? 'error.main' : 'primary.main' }}>{icon}</ListItemIcon>
        <ListItemText primary={title} />
      </ListItemButton>
    </ListItem>
  );
}
