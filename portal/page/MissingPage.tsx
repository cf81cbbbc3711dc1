import { Button, Typography } from '@mui/material';
import { Link } from 'react-router';
import { Page } from './Page.tsx';

export function MissingPage() {
  return (
    <Page title="There is no such page">
      <Typography>Check the address, or go back to your tokens.</Typography>
      <div>
        <Button component={Link} to="/strong-authentication" variant="contained">
          Strong Authentication
        </Button>
      </div>
    </Page>
  );
}
