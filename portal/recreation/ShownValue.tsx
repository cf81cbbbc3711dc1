import CheckIcon from '@mui/icons-material/Check';
import CopyIcon from '@mui/icons-material/ContentCopy';
import { Box, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';

interface ShownValueProps {
  name: string;
  value: string;
  testId: string;
}

/** To be read out and typed group by group, so that a line breaks only between groups. */
export function ShownValue({ name, value, testId }: ShownValueProps) {
  return (
    <div>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Stack component="dd" direction="row" spacing={1} sx={{ m: 0, alignItems: 'center' }}>
        <Box
          component="span"
          data-testid={testId}
          sx={{
            fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
            fontWeight: 700,
            fontSize: { xs: '1.125rem', sm: '1.75rem' },
            lineHeight: 1.3,
          }}
        >
          {value}
        </Box>
        {/* Missing where the page is tried out over plain http on a local network. */}
        {'clipboard' in navigator && <Copy name={name} value={value} />}
      </Stack>
    </div>
  );
}

function Copy({ name, value }: { name: string; value: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  const label = `Copy ${name.toLowerCase()}`;
  const hint = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Your browser does not allow it' : label;
  return (
    <>
      <Tooltip title={hint}>
        <IconButton
          aria-label={label}
          onClick={() => {
            void navigator.clipboard.writeText(value).then(
              () => {
                setOutcome('copied');
              },
              () => {
                setOutcome('refused');
              },
            );
          }}
        >
          {outcome === 'copied' ? <CheckIcon color="success" /> : <CopyIcon />}
        </IconButton>
      </Tooltip>
      <Box
        role="status"
        sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clip: 'rect(0 0 0 0)' }}
      >
        {outcome === undefined ? null : hint}
      </Box>
    </>
  );
}
