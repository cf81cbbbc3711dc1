import { alpha, type Components, type Theme } from '@mui/material/styles';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

const systemFonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';
export const monospace = 'ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", Menlo, Consolas, monospace';
export const teal = '#0f5c5c';
export const amber = '#e0a100';

/** Below this width tables give up comfort before they give up columns. */
const narrow = 1120;

const tables: Components<Theme> = {
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        padding: '7px 10px',
        fontSize: '0.8125rem',
        lineHeight: 1.4,
        borderColor: theme.palette.divider,
        [theme.breakpoints.down(narrow)]: { padding: '7px 6px', fontSize: '0.78rem' },
      }),
      head: ({ theme }) => ({
        fontSize: '0.75rem',
        fontWeight: 600,
        color: theme.palette.text.secondary,
        whiteSpace: 'nowrap',
        backgroundColor: 'transparent',
      }),
    },
  },
  // The columns at the edge stand under the page's own margin.
  MuiTableRow: {
    styleOverrides: {
      root: {
        '&:last-child td': { borderBottom: 0 },
        '& > :first-of-type': { paddingLeft: 16 },
        '& > :last-child': { paddingRight: 16 },
      },
    },
  },
};

const calm: Components<Theme> = {
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: { root: { textTransform: 'none', fontWeight: 600 } },
  },
  MuiTab: {
    styleOverrides: {
      root: {
        textTransform: 'none',
        minHeight: 42,
        padding: '8px 10px',
        minWidth: 0,
        fontWeight: 600,
        fontSize: '0.8125rem',
      },
    },
  },
  MuiTabs: { styleOverrides: { root: { minHeight: 42 } } },
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' }, rounded: { borderRadius: 10 } } },
  MuiChip: { styleOverrides: { root: { fontWeight: 600 }, sizeSmall: { height: 22, fontSize: '0.75rem' } } },
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.125rem', fontWeight: 650, paddingBottom: 8 } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 20px' } } },
  MuiStepIcon: {
    styleOverrides: {
      root: { '&.Mui-active:not(.Mui-completed):not(.Mui-error)': { color: amber } },
      text: { fontWeight: 700, '.Mui-active > &': { fill: '#1d1500' } },
    },
  },
  MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.75rem', maxWidth: 360 } } },
};

const overrides: Components<Theme> = { ...tables, ...calm };

const shared = {
  typography: {
    fontFamily: systemFonts,
    fontSize: 13.5,
    body1: { fontSize: '0.875rem', lineHeight: 1.5 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
    h1: { fontSize: '1.375rem', fontWeight: 650, letterSpacing: '-0.01em', lineHeight: 1.3 },
    h2: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.4 },
  },
  shape: { borderRadius: 8 },
  sidebar: { width: 212, closedWidth: 52 },
};

/** Deep teal with an amber accent; the system's own fonts, since the page may load none. */
export const lightTheme: RaThemeOptions = {
  ...defaultLightTheme,
  ...shared,
  palette: {
    mode: 'light',
    primary: { main: teal, dark: '#0a4444', light: '#2f7f7e', contrastText: '#fff' },
    secondary: { main: '#8f6600', light: amber, contrastText: '#fff' },
    background: { default: '#f4f7f6', paper: '#ffffff' },
    text: { primary: '#16292a', secondary: '#556b6b' },
    divider: '#e1e9e7',
    success: { main: '#2c7a4b' },
    warning: { main: '#9a6a00' },
    error: { main: '#b3261e' },
    info: { main: '#276a8f' },
  },
  components: { ...defaultLightTheme.components, ...overrides },
};

export const darkTheme: RaThemeOptions = {
  ...defaultDarkTheme,
  ...shared,
  palette: {
    mode: 'dark',
    primary: { main: '#6cc4bf', dark: '#45a09b', light: '#96dbd7', contrastText: '#06201f' },
    secondary: { main: amber, contrastText: '#1d1500' },
    background: { default: '#0d1717', paper: '#142121' },
    text: { primary: '#e3eeec', secondary: '#96abaa' },
    divider: alpha('#b9d8d4', 0.14),
    success: { main: '#6fc58f' },
    warning: { main: '#e9b949' },
    error: { main: '#f28b82' },
    info: { main: '#7fbfe3' },
  },
  components: { ...defaultDarkTheme.components, ...overrides },
};
