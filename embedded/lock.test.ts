import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from './lock.ts';
import { identify } from './process-identity.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'lock');

it('is held by one at a time, and says by whom', () => {
  const lock = takeLock(file());
  expect(takeLock(file())).toEqual({ held: false, holder: process.pid });
  if (lock.held) lock.release();
  expect(takeLock(file()).held).toBe(true);
});

it('is taken over from a holder that was killed', async () => {
  const holder = spawn('sleep', ['60']);
  const ended = new Promise((resolve) => holder.once('exit', resolve));
  writeFileSync(file(), JSON.stringify(identify(holder.pid ?? 0)));
  expect(takeLock(file())).toEqual({ held: false, holder: holder.pid });
  holder.kill('SIGKILL');
  await ended;
  expect(takeLock(file()).held).toBe(true);
});

it('is taken over when the pid belongs to a stranger by now', () => {
  writeFileSync(file(), JSON.stringify({ pid: process.pid, born: 'another time' }));
  expect(takeLock(file()).held).toBe(true);
});

it('is taken over when it was only half written', () => {
  writeFileSync(file(), '{"pid": 1');
  expect(takeLock(file()).held).toBe(true);
});
