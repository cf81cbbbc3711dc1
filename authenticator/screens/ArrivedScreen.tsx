import CheckCircle from '@mui/icons-material/CheckCircle';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import type { HeldToken } from '../../device-sdk/state.ts';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';

/** What became of each token that was transferred. */
export function ArrivedScreen({ tokens, onClose }: { tokens: HeldToken[]; onClose: () => void }) {
  return (
    <Page>
      <Heading title="Your tokens are here">The former device is refused from now on.</Heading>
      <Card>
        <List aria-label="Transferred tokens">
          {tokens.map(({ id, service, serial, isUsable }) => (
            <ListItem key={id} data-testid="arrived">
              <ListItemIcon sx={{ minWidth: 40 }}>
                <CheckCircle color="primary" />
              </ListItemIcon>
              <ListItemText
                primary={service.name}
                secondary={`${serial} ${isUsable ? 'works on this device' : 'is here, but cannot be used now'}`}
                slotProps={{
                  primary: { sx: { fontWeight: 600, overflowWrap: 'anywhere' } },
                }}
              />
            </ListItem>
          ))}
        </List>
      </Card>
      <Button variant="contained" size="large" onClick={onClose}>
        Close
      </Button>
    </Page>
  );
}
