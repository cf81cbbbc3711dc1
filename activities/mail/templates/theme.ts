import type { CSSProperties } from 'react';

const sans = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

/** Inline, because many mailboxes drop style sheets; the sheet below only darkens. Every pair of colours has a contrast of 4.5 or more. */
export const theme = {
  page: { backgroundColor: '#f3f4f2', margin: '0', padding: '32px 12px', fontFamily: sans },
  container: { maxWidth: '560px', margin: '0 auto' },
  mark: {
    fontSize: '19px',
    lineHeight: '24px',
    fontWeight: 700,
    letterSpacing: '-0.2px',
    margin: '0 0 16px',
    color: '#16302b',
  },
  markAccent: { color: '#0b6b58' },
  card: {
    backgroundColor: '#ffffff',
    border: '1px solid #dfe3e0',
    borderRadius: '12px',
    padding: '32px 32px 16px',
  },
  title: {
    fontSize: '23px',
    lineHeight: '30px',
    fontWeight: 650,
    letterSpacing: '-0.3px',
    margin: '0 0 20px',
    color: '#16302b',
  },
  text: { fontSize: '16px', lineHeight: '25px', margin: '0 0 16px', color: '#2c3a36', overflowWrap: 'anywhere' },
  quiet: { fontSize: '14px', lineHeight: '22px', margin: '0 0 16px', color: '#55635e' },
  foot: { fontSize: '13px', lineHeight: '20px', margin: '20px 0 0', color: '#5a6762' },
  link: { color: '#0b6b58', textDecoration: 'underline', whiteSpace: 'nowrap' },
  button: {
    backgroundColor: '#0b6b58',
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 600,
    borderRadius: '8px',
    padding: '13px 22px',
    textDecoration: 'none',
  },
  buttonRow: { margin: '8px 0 24px' },
  codeBox: {
    backgroundColor: '#eef4f1',
    border: '1px solid #cfdcd6',
    borderRadius: '10px',
    textAlign: 'center',
    padding: '18px 12px',
    margin: '4px 0 20px',
  },
  code: {
    fontFamily: mono,
    fontSize: '34px',
    lineHeight: '42px',
    fontWeight: 700,
    letterSpacing: '3px',
    margin: '0',
    color: '#10312a',
  },
  /** Seventeen symbols in one line, also on a phone. */
  restoreCode: {
    fontFamily: mono,
    fontSize: '20px',
    lineHeight: '30px',
    fontWeight: 700,
    margin: '0',
    color: '#10312a',
  },
  /** Thirteen symbols in one line, also on a phone. */
  activationCode: {
    fontFamily: mono,
    fontSize: '28px',
    lineHeight: '38px',
    fontWeight: 700,
    margin: '0',
    color: '#10312a',
    whiteSpace: 'nowrap',
  },
  codeLabel: { fontSize: '13px', lineHeight: '20px', margin: '0 0 2px', color: '#4d5c57' },
  codeOwner: {
    fontSize: '18px',
    lineHeight: '26px',
    fontWeight: 650,
    margin: '0 0 12px',
    color: '#10312a',
    overflowWrap: 'anywhere',
  },
  codeGap: { paddingLeft: '16px' },
  /** Scanners need dark on light, by night too. */
  qr: {
    backgroundColor: '#ffffff',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    margin: '0 auto',
    fontSize: 0,
    lineHeight: 0,
  },
  qrDark: { backgroundColor: '#000000' },
  qrBox: { margin: '4px 0 20px', textAlign: 'center' },
  facts: { borderCollapse: 'collapse', borderBottom: '1px solid #e6eae7', width: '100%', margin: '4px 0 24px' },
  factName: {
    fontSize: '14px',
    lineHeight: '22px',
    fontWeight: 400,
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '9px 16px 9px 0',
    borderTop: '1px solid #e6eae7',
    color: '#55635e',
    width: '30%',
  },
  factValue: {
    fontSize: '15px',
    lineHeight: '22px',
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '9px 0',
    borderTop: '1px solid #e6eae7',
    color: '#16302b',
    overflowWrap: 'anywhere',
  },
  rule: { border: '0', borderTop: '1px solid #dfe3e0', margin: '8px 0 20px' },
} as const satisfies Record<string, CSSProperties>;

export const darkSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .lk-ground > table > tbody > tr > td { padding: 20px 8px !important; }
  .lk-card { padding: 24px 20px 8px !important; }
}
@media (prefers-color-scheme: dark) {
  .lk-ground, .lk-ground > table > tbody > tr > td { background-color: #101514 !important; }
  .lk-card { background-color: #19201e !important; border-color: #2d3735 !important; }
  .lk-strong { color: #eef3f1 !important; }
  .lk-text { color: #d3dbd8 !important; }
  .lk-quiet { color: #a3b0ab !important; }
  .lk-accent, .lk-link { color: #6fd3b8 !important; }
  .lk-button { background-color: #6fd3b8 !important; color: #06241d !important; }
  .lk-code { background-color: #10211d !important; border-color: #2f4a42 !important; }
  .lk-line { border-color: #2d3735 !important; }
}
`;
