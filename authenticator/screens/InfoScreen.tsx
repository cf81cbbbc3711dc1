import SendToMobile from '@mui/icons-material/SendToMobile';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { Link } from 'react-router';
import { BackBar } from '../components/BackBar.tsx';
import { Facts } from '../components/Facts.tsx';
import { Page } from '../components/Page.tsx';
import { useInstallation } from '../installation/installation.ts';
import { version } from '../installation/version.ts';

/** Info: what this app is, and *Transfer tokens* (guide 002). */
export function InfoScreen() {
  const { state } = useInstallation();
  const { account, server } = state;
  const facts = [
    ['Version', version],
    ['Server', server],
    ['This device', account?.device.model ?? ''],
    ['Device ID', account?.device.shortId ?? ''],
    ['Account', account?.userName ?? ''],
  ] as const;
  return (
    <Page bar={<BackBar title="Info" to="/" />}>
      <Card sx={{ p: 2.5 }}>
        <Facts facts={facts} />
      </Card>
      <Button component={Link} to="/transfer" variant="outlined" size="large" startIcon={<SendToMobile />}>
        Transfer tokens
      </Button>
    </Page>
  );
}
