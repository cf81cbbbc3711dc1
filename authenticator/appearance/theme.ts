import { createTheme } from '@mui/material/styles';

const systemFonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';

/** Serial numbers, which people compare letter by letter. */
export const fixedWidth =
  'ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** Codes: figures of one width in the system font, so that nothing jumps when they change. */
export const figures = { fontVariantNumeric: 'tabular-nums', fontWeight: 600 } as const;

/** The look that all pages of Latchkey share: deep teal, an accent of amber, system fonts, round corners, much space. */
export const theme = createTheme({
  cssVariables: true,
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0f5c5c', dark: '#0a4343', light: '#2f7f7d', contrastText: '#ffffff' },
        secondary: { main: '#e0a100', dark: '#8a6200', contrastText: '#1c1400' },
        info: { main: '#2f7f7d' },
        warning: { main: '#b27d00' },
        error: { main: '#b3261e' },
        background: { default: '#f3f6f4', paper: '#ffffff' },
        text: { primary: '#12211f', secondary: '#50605d' },
        divider: '#dbe3e0',
      },
    },
    dark: {
      palette: {
        primary: { main: '#6fcfc4', dark: '#4aa89e', light: '#9be4dc', contrastText: '#04211f' },
        secondary: { main: '#f0b82e', dark: '#f0b82e', contrastText: '#1c1400' },
        info: { main: '#6fcfc4' },
        warning: { main: '#f0b82e' },
        error: { main: '#f2877d' },
        background: { default: '#0c1615', paper: '#14211f' },
        text: { primary: '#e8f0ee', secondary: '#a3b5b1' },
        divider: '#263734',
      },
    },
  },
  shape: { borderRadius: 12 },
  typography: {
    fontFamily: systemFonts,
    h1: { fontSize: '1.75rem', fontWeight: 700, letterSpacing: '-0.02em', lineHeight: 1.2 },
    h2: { fontSize: '1.15rem', fontWeight: 650, letterSpacing: '-0.01em', lineHeight: 1.3 },
    body1: { lineHeight: 1.55 },
    button: { fontWeight: 600, textTransform: 'none' },
  },
  components: {
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: { sizeLarge: { paddingBlock: 13, fontSize: '1rem' } },
    },
    MuiTextField: { defaultProps: { fullWidth: true } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: {
      defaultProps: { variant: 'outlined' },
      styleOverrides: { root: { borderRadius: 16 } },
    },
    MuiAlert: { styleOverrides: { root: { borderRadius: 12, border: '1px solid var(--mui-palette-divider)' } } },
    MuiButtonBase: {
      styleOverrides: {
        root: {
          '&:focus-visible': { outline: '3px solid var(--mui-palette-secondary-main)', outlineOffset: 2 },
        },
      },
    },
    MuiAlertTitle: { styleOverrides: { root: { fontSize: '0.95rem', fontWeight: 650, lineHeight: 1.4 } } },
    MuiDialog: { styleOverrides: { paper: { borderRadius: 16 } } },
    MuiDialogTitle: { styleOverrides: { root: { fontWeight: 650, fontSize: '1.25rem' } } },
  },
});
