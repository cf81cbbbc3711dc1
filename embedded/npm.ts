/**
 * @returns command and arguments that run npm: the one that runs us, so that a checkout never meets two versions of it
 */
export function npm(args: string[]): [string, ...string[]] {
  const script = process.env.npm_execpath;
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  return isNpm ? [process.execPath, script, ...args] : ['npm', ...args];
}
