import type { RestoreCodeShown } from '../../contracts/identities.ts';

/** What is kept on paper or in a file: enough to know years later what it is for. */
export function restoreCodeFile(name: string, server: string, { code, issuedAt }: RestoreCodeShown): string {
  return [
    'Latchkey restore code',
    '',
    `ID (user name): ${name}`,
    `Restore code:   ${code}`,
    `Server:         ${server}`,
    `Issued:         ${issuedAt}`,
    '',
    'Keep it where only you can read it. In the app choose "Restore old ID" to use it.',
    '',
  ].join('\n');
}
