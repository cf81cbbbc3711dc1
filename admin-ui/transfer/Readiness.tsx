import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import type { TransferGap } from '../../domain/transfer.ts';
import { gapWords } from './gaps.ts';

interface ReadinessProps {
  missing: TransferGap[];
  /** Who only reads cannot do anything about it. */
  mayChange: boolean;
}

/** Whether *Transfer tokens* works in the app now, and exactly what is missing if not: the app says the same. */
export function Readiness({ missing, mayChange }: ReadinessProps) {
  if (missing.length === 0)
    return (
      <Alert severity="success" sx={{ mb: 2 }} data-testid="transfer-ready">
        Transfers work: people find Transfer tokens under Info in the app.
      </Alert>
    );
  return (
    <Alert severity="warning" sx={{ mb: 2 }} data-testid="transfer-missing">
      <AlertTitle>Transfers do not work yet. What is missing:</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { mb: 0.5 } }}>
        {missing.map((gap) => (
          <li key={gap} data-testid={`missing-${gap}`}>
            <strong>{gapWords[gap].title}</strong> {mayChange && gapWords[gap].remedy}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
