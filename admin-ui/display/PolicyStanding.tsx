import type { RestorationPolicy } from '../../contracts/restoration.ts';
import { Moment } from './Moment.tsx';

type Standing = Pick<RestorationPolicy, 'version' | 'changedAt' | 'changedBy'>;

/** Which version of the policy is in effect, and whose. */
export function PolicyStanding({ policy: { version, changedAt, changedBy } }: { policy: Standing }) {
  return (
    <span data-testid="policy-version">
      Version {version}
      {changedAt === null ? (
        ', as installed'
      ) : (
        <>
          , changed <Moment at={changedAt} /> by {changedBy ?? 'somebody who is no longer here'}
        </>
      )}
    </span>
  );
}
