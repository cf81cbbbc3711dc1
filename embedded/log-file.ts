import { closeSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const rotateAboveBytes = 5 * 1024 * 1024;
const tailBytes = 16 * 1024;

/** Opens a log for appending; what grew beyond 5 MiB is moved to `<file>.old` first. @returns a file descriptor */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rotateAboveBytes) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

/** @returns the last `lines` lines of a log, from `fromByte` on; empty if there is no such file */
export function lastLines(file: string, lines: number, fromByte = 0): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const start = Math.max(fromByte, size - tailBytes, 0);
  if (size <= start) return '';
  const buffer = Buffer.alloc(size - start);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, buffer, 0, buffer.length, start);
  } finally {
    closeSync(descriptor);
  }
  return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
