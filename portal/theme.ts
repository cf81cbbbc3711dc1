import { createTheme } from '@mui/material';

const systemFonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';

/** Deep teal and amber. Amber only fills and outlines: as text on white it would fail AA. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'media' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0F5C5C', dark: '#0A4545', light: '#3B8080', contrastText: '#FFFFFF' },
        secondary: { main: '#E0A100', dark: '#B98500', contrastText: '#1F1600' },
        error: { main: '#B3261E' },
        info: { main: '#1D6478' },
        success: { main: '#1B6E3C' },
        warning: { main: '#8A5A00' },
        background: { default: '#F4F7F6', paper: '#FFFFFF' },
        text: { primary: '#142222', secondary: '#4A5C5B' },
        divider: '#D6E0DE',
      },
    },
    dark: {
      palette: {
        primary: { main: '#6CC9C4', dark: '#3FA19C', light: '#9BDEDA', contrastText: '#04201F' },
        secondary: { main: '#F0B92E', dark: '#E0A100', contrastText: '#1F1600' },
        error: { main: '#FFB4AB', contrastText: '#3B0502' },
        info: { main: '#8CCBDD', contrastText: '#04202A' },
        success: { main: '#7FD6A0', contrastText: '#04200F' },
        warning: { main: '#F3C469', contrastText: '#1F1600' },
        background: { default: '#0E1717', paper: '#162221' },
        text: { primary: '#E6EFED', secondary: '#A9BBB8' },
        divider: '#2C3D3B',
      },
    },
  },
  shape: { borderRadius: 12 },
  typography: {
    fontFamily: systemFonts,
    h1: { fontSize: '1.75rem', fontWeight: 700, letterSpacing: '-0.01em', lineHeight: 1.25 },
    h2: { fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3 },
    h3: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.4 },
    button: { textTransform: 'none', fontWeight: 650, letterSpacing: '0.01em' },
  },
  components: {
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: { root: { minHeight: 40, borderRadius: 10 } },
    },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiDialogTitle: { styleOverrides: { root: { fontWeight: 700 } } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiAlert: { styleOverrides: { root: { alignItems: 'flex-start' } } },
    MuiChip: { styleOverrides: { root: { borderRadius: 8, fontWeight: 650 } } },
  },
});
