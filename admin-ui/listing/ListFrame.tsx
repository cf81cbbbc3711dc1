import Paper from '@mui/material/Paper';
import { ListBase, useListContext, type RaRecord } from 'react-admin';
import type { ReactNode } from 'react';
import { useRefreshInterval } from '../connection/attendance.ts';
import { LiveMark } from '../layout/LiveMark.tsx';
import { PageHead } from '../layout/PageHead.tsx';
import { ListBody } from './ListBody.tsx';

interface ListFrameProps {
  title: string;
  about: ReactNode;
  sort?: { field: string; order: 'ASC' | 'DESC' };
  refreshSeconds?: number;
  /** Buttons of the heading. */
  actions?: ReactNode;
  /** Above the table: filters, tabs. */
  filters?: ReactNode;
  empty: ReactNode;
  tabbedBy?: string;
  children: ReactNode;
}

function Live({ everySeconds }: { everySeconds: number }) {
  const { error } = useListContext<RaRecord>();
  return <LiveMark error={error} everySeconds={everySeconds} />;
}

// The page shows an error where the rows would be; a notification for each failed refresh would only pile up.
const shownInPlace = () => undefined;

/** A list with its filters in the address bar and nowhere else: searches name people. */
export function ListFrame(props: ListFrameProps) {
  const { title, about, sort, refreshSeconds, actions, filters, empty, tabbedBy, children } = props;
  const refreshed = useRefreshInterval((refreshSeconds ?? 0) * 1000);
  const refetchInterval = refreshSeconds === undefined ? false : refreshed;
  return (
    <ListBase
      perPage={25}
      storeKey={false}
      exporter={false}
      {...(sort && { sort })}
      queryOptions={{ onError: shownInPlace, refetchInterval }}
    >
      <PageHead title={title} about={about}>
        {refreshSeconds !== undefined && <Live everySeconds={refreshSeconds} />}
        {actions}
      </PageHead>
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        {filters}
        <ListBody empty={empty} tabbedBy={tabbedBy}>
          {children}
        </ListBody>
      </Paper>
    </ListBase>
  );
}
