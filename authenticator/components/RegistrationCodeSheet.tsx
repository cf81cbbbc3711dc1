import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Button from '@mui/material/Button';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Typography from '@mui/material/Typography';
import { fixedWidth } from '../appearance/theme.ts';
import { useInstallation } from '../installation/installation.ts';

/** The registration code: it is read across a desk and typed elsewhere. */
export function RegistrationCodeSheet({ serial, code }: { serial: string; code: string }) {
  const { announce } = useInstallation();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      announce('Registration code copied.');
    } catch {
      announce('This browser does not let the app copy. Select the code by hand.');
    }
  };
  return (
    <Card component="section" aria-label="Registration code" sx={{ px: 2, pt: 2.5, pb: 1, textAlign: 'center' }}>
      <Typography variant="body2" color="textSecondary">
        Of the soft token{' '}
        <Box component="span" sx={{ fontFamily: fixedWidth, whiteSpace: 'nowrap' }}>
          {serial}
        </Box>
      </Typography>
      <Box
        data-testid="registration-code"
        data-code={code}
        aria-label={`Registration code: ${code}`}
        sx={{
          fontFamily: fixedWidth,
          fontWeight: 600,
          fontSize: 'clamp(1.2rem, 7.2vw, 2.1rem)',
          letterSpacing: '0.02em',
          whiteSpace: 'nowrap',
          my: 1.5,
          color: 'primary.main',
          userSelect: 'all',
        }}
      >
        {code}
      </Box>
      <Button size="small" startIcon={<ContentCopyOutlined />} onClick={() => void copy()}>
        Copy
      </Button>
    </Card>
  );
}
