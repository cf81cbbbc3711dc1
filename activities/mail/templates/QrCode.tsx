import { qrMatrix } from '../qr-matrix.ts';
import { theme } from './theme.ts';

/** ISO/IEC 18004: four modules of white all round. */
const quiet = 4;
/** What every phone has room for inside a message. */
const widestPx = 288;
const largestModulePx = 5;

/**
 * A QR code as a table of coloured cells: every mailbox draws it, and none loads anything for it. Neighbours of one colour are one
 * cell, because some mailboxes cut a message off at a hundred kilobytes.
 */
export async function QrCode({ text, title }: { text: string; title: string }) {
  const rows = await qrMatrix(text);
  const columns = rows.length + 2 * quiet;
  const module = Math.max(2, Math.min(largestModulePx, Math.floor(widestPx / columns)));
  const width = columns * module;
  return (
    <table role="img" aria-label={title} align="center" width={width} {...bare} style={theme.qr}>
      <tbody>
        {/* Single cells: from them a mailbox learns how wide a column is. */}
        <tr>
          {Array.from({ length: columns }, (_, x) => (
            <td key={x} width={module} height={quiet * module} />
          ))}
        </tr>
        {rows.map((modules, y) => (
          <tr key={y}>
            {runsOf([...margin, ...modules, ...margin]).map(({ isDark, length }, x) => (
              <td key={x} colSpan={length} height={module} {...(isDark ? { style: theme.qrDark } : {})} />
            ))}
          </tr>
        ))}
        <tr>
          <td colSpan={columns} height={quiet * module} />
        </tr>
      </tbody>
    </table>
  );
}

const bare = { border: 0, cellPadding: 0, cellSpacing: 0 } as const;
const margin = Array<boolean>(quiet).fill(false);

function runsOf(modules: boolean[]): { isDark: boolean; length: number }[] {
  const runs: { isDark: boolean; length: number }[] = [];
  for (const isDark of modules) {
    const last = runs.at(-1);
    if (last?.isDark === isDark) last.length += 1;
    else runs.push({ isDark, length: 1 });
  }
  return runs;
}
