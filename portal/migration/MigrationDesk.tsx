import { createContext, useContext, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { MigrateDialog } from './MigrateDialog.tsx';
import type { Move } from './move.ts';

type Open = (move: Move, begun: string | null) => void;

const DeskContext = createContext<Open>(() => {
  throw new Error('useMigrate stands outside a MigrationDesk');
});

/** Opens the dialog MIGRATE: for a new recovery, or at the code of one that was begun. */
export function useMigrate(): Open {
  return useContext(DeskContext);
}

/** Keeps the dialog above the lists: a row that changes or leaves while a code is typed must not take it away. */
export function MigrationDesk({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<{ move: Move; begun: string | null; page: string }>();
  const { pathname } = useLocation();
  return (
    <DeskContext
      value={(move, begun) => {
        setOpened({ move, begun, page: pathname });
      }}
    >
      {children}
      {opened?.page === pathname && (
        <MigrateDialog
          move={opened.move}
          begun={opened.begun}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </DeskContext>
  );
}
