import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { Recovery } from '../../contracts/recoveries.ts';
import { farewellOf } from '../text/farewells.ts';

interface Props {
  recovery: Recovery;
  testId: string;
  /** Said when it was completed. */
  title: string;
  says: string;
}

/** How something ended that this device began. */
export function EndedAlert({ recovery, testId, title, says }: Props) {
  const isDone = recovery.state === 'completed';
  return (
    <Alert severity={isDone ? 'success' : 'info'} role="status" data-testid={testId} data-state={recovery.state}>
      <AlertTitle>{isDone ? title : 'Nothing has changed'}</AlertTitle>
      {isDone ? says : farewellOf(recovery)}
    </Alert>
  );
}
