import MenuIcon from '@mui/icons-material/Menu';
import { AppBar, Box, IconButton, Toolbar } from '@mui/material';
import { Brand } from './Brand.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';

/** On narrow screens the menu is a drawer behind it; on wide ones it holds the settings alone. */
export function TopBar({ isMenuOpen, onOpenMenu }: { isMenuOpen: boolean; onOpenMenu: () => void }) {
  return (
    <AppBar position="sticky" color="inherit" elevation={0} sx={{ borderBottom: '1px solid', borderColor: 'divider' }}>
      <Toolbar sx={{ gap: 1, minHeight: { md: 56 } }}>
        <Box sx={{ display: { xs: 'flex', md: 'none' }, alignItems: 'center', gap: 1 }}>
          <IconButton edge="start" aria-label="Menu" aria-expanded={isMenuOpen} onClick={onOpenMenu}>
            <MenuIcon />
          </IconButton>
          <Brand />
        </Box>
        <Box sx={{ ml: 'auto' }}>
          <SettingsMenu />
        </Box>
      </Toolbar>
    </AppBar>
  );
}
