import Box from '@mui/material/Box';
import { CopyButton } from '../display/CopyButton.tsx';
import { monospace } from '../layout/theme.ts';

export function CodeToCopy({ code }: { code: string }) {
  return (
    <>
      <Box
        data-testid="restore-code"
        sx={{
          fontFamily: monospace,
          fontSize: { xs: '1.125rem', sm: '1.625rem' },
          fontWeight: 600,
          textAlign: 'center',
          whiteSpace: 'nowrap',
          py: 2.5,
          mb: 1.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'action.hover',
        }}
      >
        {code}
      </Box>
      <CopyButton text={code} label="Copy code" />
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 1.5 }}>
        Hand it to its owner alone, and keep no copy. It is gone from this page when you close the dialog.
      </Box>
    </>
  );
}
