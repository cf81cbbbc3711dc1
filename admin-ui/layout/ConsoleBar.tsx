import Box from '@mui/material/Box';
import { AppBar, ToggleThemeButton } from 'react-admin';
import { Brand } from './Brand.tsx';
import { StaffMenu } from './StaffMenu.tsx';
import { teal } from './theme.ts';

export function ConsoleBar() {
  return (
    <AppBar
      color="primary"
      elevation={0}
      alwaysOn
      toolbar={<ToggleThemeButton />}
      userMenu={<StaffMenu />}
      sx={{ '&.MuiAppBar-root': { backgroundColor: teal, backgroundImage: 'none', color: '#fff' } }}
    >
      <Brand />
      <Box sx={{ flexGrow: 1 }} />
    </AppBar>
  );
}
