import { PageHead } from '../layout/PageHead.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

interface NotShownProps {
  title: string;
  error: unknown;
}

/** A page whose content cannot be had. */
export function NotShown({ title, error }: NotShownProps) {
  return (
    <>
      <PageHead title={title} />
      <ProblemAlert error={error} />
    </>
  );
}
