import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

const onPaper = {
  '@page': { margin: '24mm 22mm' },
  '@media print': {
    'body > *:not(.print-sheet)': { display: 'none !important' },
    'html, body': { background: '#fff !important', overflow: 'visible !important' },
  },
};

/** What is printed in place of the page. On the screen it is not there. */
export function PrintSheet({ children }: { children: ReactNode }) {
  return createPortal(
    <Box className="print-sheet" sx={{ display: 'none', '@media print': { display: 'block' } }}>
      <GlobalStyles styles={onPaper} />
      {children}
    </Box>,
    document.body,
  );
}
