import SearchOffIcon from '@mui/icons-material/SearchOff';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { Pagination, useListContext, type RaRecord } from 'react-admin';
import type { ReactNode } from 'react';
import { Empty } from '../display/Empty.tsx';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { useFilters } from './use-filters.ts';

interface ListBodyProps {
  empty: ReactNode;
  /** The filter that the tabs above set: its emptiness is told by `empty`. */
  tabbedBy?: string | undefined;
  children: ReactNode;
}

/** The rows; or what stands in their place while they load, when there are none, and when they cannot be had. */
export function ListBody({ empty, tabbedBy, children }: ListBodyProps) {
  const { data, error } = useListContext<RaRecord>();
  const { chosen } = useFilters();
  const isFiltered = Object.keys(chosen).some((name) => name !== tabbedBy);
  if (data === undefined) return error ? <Problem error={error} /> : <Waiting />;
  return (
    <>
      {error && <Problem error={error} />}
      {data.length > 0 ? <Box sx={{ overflowX: 'auto' }}>{children}</Box> : isFiltered ? <NothingFound /> : empty}
      <Pagination rowsPerPageOptions={[25, 50, 100]} />
    </>
  );
}

function Problem({ error }: { error: unknown }) {
  return (
    <Box sx={{ px: 2, py: 1 }}>
      <ProblemAlert error={error} severity="warning" />
    </Box>
  );
}

function Waiting() {
  return (
    <Box sx={{ p: 2 }} role="status" aria-label="Loading">
      {[1, 2, 3, 4, 5, 6, 7].map((row) => (
        <Skeleton key={row} height={38} />
      ))}
    </Box>
  );
}

function NothingFound() {
  const { clear } = useFilters();
  return (
    <Empty icon={<SearchOffIcon />} title="Nothing matches">
      No row fits all the filters.{' '}
      <Button size="small" onClick={clear}>
        Clear the filters
      </Button>
    </Empty>
  );
}
