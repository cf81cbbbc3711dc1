import { Layout } from 'react-admin';
import type { ReactNode } from 'react';
import { StepUpDialog } from '../step-up/StepUpDialog.tsx';
import { ConsoleBar } from './ConsoleBar.tsx';
import { ConsoleMenu } from './ConsoleMenu.tsx';

export function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <Layout
      appBar={ConsoleBar}
      menu={ConsoleMenu}
      appBarAlwaysOn
      sx={{
        // react-admin lets a wide table widen the page; here the table scrolls in its own frame.
        minWidth: 0,
        '& .RaLayout-appFrame, & .RaLayout-contentWithSidebar': { minWidth: 0 },
        '& .RaLayout-content': { px: { xs: 1.5, md: 3 }, pb: 3, minWidth: 0 },
        '& .RaSidebar-fixed': { borderRight: 1, borderColor: 'divider' },
      }}
    >
      {children}
      <StepUpDialog />
    </Layout>
  );
}
