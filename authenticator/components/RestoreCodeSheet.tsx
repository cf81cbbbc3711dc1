import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { RestoreCodeShown } from '../../contracts/identities.ts';
import { fixedWidth } from '../appearance/theme.ts';
import { momentOf } from '../text/moments.ts';

/** The restore code as it is read, copied by hand and printed. */
export function RestoreCodeSheet({ name, shown }: { name: string; shown: RestoreCodeShown }) {
  return (
    <Card component="section" aria-label="Restore code" sx={{ p: 2.5, textAlign: 'center' }}>
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
          fontSize: 'clamp(1.2rem, 6.1vw, 1.7rem)',
          letterSpacing: '0.04em',
          my: 1.5,
          color: 'primary.main',
          overflowWrap: 'anywhere',
          userSelect: 'all',
        }}
      >
        {shown.code}
      </Box>
      <Typography variant="body2" color="textSecondary">
        Issued {momentOf(shown.issuedAt, undefined, 'always-dated')}
      </Typography>
    </Card>
  );
}
