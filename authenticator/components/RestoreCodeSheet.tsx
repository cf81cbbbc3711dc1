import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { RestoreCodeShown } from '../../contracts/identities.ts';
import { fixedWidth } from '../appearance/theme.ts';
import { useInstallation } from '../installation/installation.ts';
import { momentOf } from '../text/moments.ts';

/** The restore code as it is read, copied by hand and printed. */
export function RestoreCodeSheet({ name, shown }: { name: string; shown: RestoreCodeShown }) {
  const { state } = useInstallation();
  return (
    <Card
      component="section"
      aria-label="Restore code"
      sx={{ p: 2.5, textAlign: 'center', '@media print': { '&, & *': { color: '#000000' }, borderColor: '#000000' } }}
    >
      <Typography variant="body2" color="textSecondary">
        Restore code of {name}
      </Typography>
      <Box
        data-testid="restore-code"
        data-code={shown.code}
        aria-label={`Restore code: ${shown.code}`}
        sx={{
          fontFamily: fixedWidth,
          fontWeight: 600,
          fontSize: 'clamp(0.95rem, 5vw, 1.7rem)',
          letterSpacing: '0.03em',
          whiteSpace: 'nowrap',
          my: 1.5,
          color: 'primary.main',
          userSelect: 'all',
        }}
      >
        {shown.code}
      </Box>
      <Typography variant="body2" color="textSecondary">
        Issued {momentOf(shown.issuedAt, undefined, 'always-dated')}
      </Typography>
      <Typography sx={{ display: 'none', displayPrint: 'block', mt: 2 }}>
        Server: {state.server}. To use the code, open Latchkey on a device and choose Restore old ID. Keep this sheet
        where only you can read it.
      </Typography>
    </Card>
  );
}
