import Box from '@mui/material/Box';
import { useListContext } from 'react-admin';
import type { Approval } from '../../contracts/restoration.ts';
import { ApprovalCard } from './ApprovalCard.tsx';

export function ApprovalCards() {
  const { data = [] } = useListContext<Approval>();
  return (
    <Box component="ul" aria-label="Approvals" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} />
      ))}
    </Box>
  );
}
