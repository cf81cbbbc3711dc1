import type { DemoAccount } from './demo-data-step.ts';
import type { Urls } from './world-settings.ts';

const heads: DemoAccount = { role: 'sign in as', email: 'e-mail', password: 'password' };

/** @returns what `npm start` says when everything is up */
export function announcement(
  urls: Urls,
  accounts: DemoAccount[],
  run: { dataDir: string; seconds: number; demoService?: string | undefined },
): string {
  const places: [string, string | undefined][] = [
    ['Portal', urls.portal],
    ['Console', urls.console],
    ['Authenticator', urls.device],
    ['Demo VPN', run.demoService],
    ['Outbox', urls.outbox],
    ['Service API', urls.service],
    ['Temporal UI', urls.temporal],
  ];
  const known = places.filter((place): place is [string, string] => place[1] !== undefined);
  const lines = [
    `Latchkey is up, after ${run.seconds.toFixed(1)} s.`,
    '',
    ...known.map(([name, url]) => `${name.padEnd(15)}${url}`),
    '',
    ...tableOf(accounts),
    `Data and logs: ${run.dataDir}`,
    'Ctrl-C stops it, the data stay. Begin anew: npm start -- --fresh',
  ];
  return boxed(lines);
}

function tableOf(accounts: DemoAccount[]): string[] {
  if (accounts.length === 0) return [];
  const rows = [heads, ...accounts];
  const widthOf = (column: keyof DemoAccount) => Math.max(...rows.map((row) => row[column].length)) + 3;
  const line = (row: DemoAccount) =>
    `${row.role.padEnd(widthOf('role'))}${row.email.padEnd(widthOf('email'))}${row.password}`;
  return [...rows.map(line), ''];
}

function boxed(lines: string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '─'.repeat(width + 4);
  return ['', `┌${edge}┐`, ...lines.map((line) => `│  ${line.padEnd(width)}  │`), `└${edge}┘`, ''].join('\n');
}
