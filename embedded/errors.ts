/** @returns whether `error` is an operating system error with this code, such as `ENOENT` */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** @returns one line that says what went wrong, whatever was thrown */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? causeOf(error) : String(error);
  const line =
    text
      .split('\n')
      .find((candidate) => candidate.trim() !== '')
      ?.trim() ?? 'no reason given';
  // Native libraries chain their causes into one line: what was done stands first, what went wrong last.
  return line.length > 200 ? `${line.slice(0, 80)} … ${line.slice(-80)}` : line;
}

// fetch() says only "fetch failed"; what failed is in its cause.
function causeOf(error: Error): string {
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
