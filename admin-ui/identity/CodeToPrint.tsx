import PrintOutlinedIcon from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { RestoreLetter } from './RestoreLetter.tsx';

interface CodeToPrintProps {
  account: AccountDetail;
  code: string;
}

/** The letter as it will be printed, and the way to the printer. */
export function CodeToPrint({ account, code }: CodeToPrintProps) {
  const [at] = useState(() => Date.now());
  const letter = <RestoreLetter at={at} account={account} code={code} />;
  return (
    <>
      <Box sx={{ color: 'text.secondary', mb: 1.5 }}>
        Put it in a sealed envelope, addressed to its owner in person. Print to paper, not to a file.
      </Box>
      <Button
        variant="outlined"
        startIcon={<PrintOutlinedIcon />}
        onClick={() => {
          window.print();
        }}
        sx={{ mb: 2 }}
      >
        Print the letter
      </Button>
      <Box
        data-testid="letter"
        sx={{ bgcolor: '#fff', border: 1, borderColor: 'divider', boxShadow: 2, p: { xs: 2, sm: 4 } }}
      >
        {letter}
      </Box>
      <PrintSheet>{letter}</PrintSheet>
    </>
  );
}
