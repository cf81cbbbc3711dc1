import MenuIcon from '@mui/icons-material/Menu';
import { AppBar, IconButton, Toolbar } from '@mui/material';
import { Brand } from './Brand.tsx';

/** On narrow screens, where the menu is a drawer. */
export function TopBar({ isMenuOpen, onOpenMenu }: { isMenuOpen: boolean; onOpenMenu: () => void }) {
  return (
    <AppBar
      position="sticky"
      color="inherit"
      elevation={0}
      sx={{ display: { md: 'none' }, borderBottom: '1px solid', borderColor: 'divider' }}
    >
      <Toolbar sx={{ gap: 1 }}>
        <IconButton edge="start" aria-label="Menu" aria-expanded={isMenuOpen} onClick={onOpenMenu}>
          <MenuIcon />
        </IconButton>
        <Brand />
      </Toolbar>
    </AppBar>
  );
}
