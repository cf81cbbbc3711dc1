import { Alert, AlertTitle, Button } from '@mui/material';
import { Link } from 'react-router';
import { NoAnswerError, ProblemError } from '../../contracts/client.ts';
import { When } from './When.tsx';

interface Told {
  title: string;
  detail: string;
  retryAt?: string | undefined;
  recovery?: string | undefined;
  requestId?: string | undefined;
}

function tell(error: unknown): Told {
  if (error instanceof ProblemError) {
    const { title, detail, retryAt, recovery, code, requestId } = error.problem;
    return { title, detail, retryAt, recovery, requestId: code === 'internal' ? requestId : undefined };
  }
  if (error instanceof NoAnswerError) {
    return {
      title: 'No answer came back.',
      detail: 'Nothing is lost. Check your connection and try again: asking twice does no harm.',
    };
  }
  return { title: 'Something unexpected came back.', detail: 'Load the page again; if it persists, contact support.' };
}

/** A refusal or a missing answer, read out as it appears. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, detail, retryAt, recovery, requestId } = tell(error);
  const retry = onRetry && (
    <Button color="inherit" onClick={onRetry}>
      Try again
    </Button>
  );
  return (
    <Alert severity="error" role="alert" action={retry}>
      <AlertTitle>{title}</AlertTitle>
      {detail}
      {retryAt !== undefined && (
        <div>
          Possible again: <When at={retryAt} />
        </div>
      )}
      {requestId !== undefined && <div>Request id: {requestId}</div>}
      {recovery !== undefined && (
        <div>
          <Button component={Link} to={`/recoveries/${recovery}`} color="inherit" variant="outlined" sx={{ mt: 1 }}>
            Open that recovery
          </Button>
        </div>
      )}
    </Alert>
  );
}
