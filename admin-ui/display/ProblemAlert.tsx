import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { Code } from './Code.tsx';
import { Moment } from './Moment.tsx';
import { told } from './told.ts';

export function ProblemAlert({ error, severity = 'error' }: { error: unknown; severity?: 'error' | 'warning' }) {
  const { title, detail, requestId, retryAt, recovery, fields } = told(error);
  return (
    <Alert severity={severity} sx={{ my: 1 }} data-testid="problem">
      <AlertTitle sx={{ mb: detail === '' ? 0 : undefined }}>{title}</AlertTitle>
      {detail}
      {fields && (
        <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>
          {fields.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <Code>{path}</Code>: {message}
            </li>
          ))}
        </Box>
      )}
      {retryAt && (
        <Box sx={{ mt: 0.5 }}>
          Possible again <Moment at={retryAt} />.
        </Box>
      )}
      {recovery && (
        <Box sx={{ mt: 0.5 }}>
          <Link component={RouterLink} to={`/recoveries/${recovery}/show`}>
            Open the recovery that stands in the way
          </Link>
        </Box>
      )}
      {requestId && (
        <Box sx={{ mt: 0.5, opacity: 0.8, fontSize: '0.75rem' }}>
          Request <Code breaks>{requestId}</Code>
        </Box>
      )}
    </Alert>
  );
}
