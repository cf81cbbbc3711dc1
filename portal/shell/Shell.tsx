import { Box, Drawer } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { MigrationDesk } from '../migration/MigrationDesk.tsx';
import { Menu } from './Menu.tsx';
import { TopBar } from './TopBar.tsx';

const menuWidth = 288;

export function Shell({ name }: { name: string }) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useFocusOnNewPage();
  const close = () => {
    setMenuOpen(false);
  };
  return (
    <Box sx={{ minHeight: '100dvh', pl: { md: `${String(menuWidth)}px` } }}>
      <TopBar
        isMenuOpen={isMenuOpen}
        onOpenMenu={() => {
          setMenuOpen(true);
        }}
      />
      <Drawer open={isMenuOpen} onClose={close} sx={{ display: { md: 'none' } }}>
        <Menu name={name} width={menuWidth} onChosen={close} />
      </Drawer>
      <Box
        sx={{
          display: { xs: 'none', md: 'block' },
          position: 'fixed',
          insetBlock: 0,
          left: 0,
          bgcolor: 'background.paper',
          borderRight: '1px solid',
          borderColor: 'divider',
        }}
      >
        <Menu name={name} width={menuWidth} onChosen={close} />
      </Box>
      <Box
        component="main"
        ref={main}
        tabIndex={-1}
        sx={{ outline: 'none', maxWidth: 1080, mx: 'auto', px: { xs: 2, sm: 4 }, py: { xs: 3, sm: 5 } }}
      >
        <MigrationDesk>
          <Outlet />
        </MigrationDesk>
      </Box>
    </Box>
  );
}

/** A page change without a page load says nothing to a screen reader, unless the focus moves. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus();
    scrollTo(0, 0);
  }, [pathname]);
  return main;
}
