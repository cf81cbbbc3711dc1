import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binaries, findBinary } from '../../embedded/binaries.ts';
import { startChild, type Child } from '../../embedded/child.ts';
import { embeddedKeys } from '../../embedded/keys.ts';
import { freePort } from '../../embedded/ports.ts';
import { root } from '../../embedded/root.ts';
import { ends } from '../program.ts';

let folder: string;
let standalone: Child;
let mongoPort: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-start-'));
  mongoPort = await freePort(0);
  const command = await findBinary(binaries.mongod, () => undefined);
  const args = ['--dbpath', folder, '--port', String(mongoPort), '--bind_ip', '127.0.0.1'];
  const logFile = join(folder, 'mongod.log');
  standalone = await startChild({ name: 'mongod', command, args, env: process.env, cwd: root, logFile });
});
afterAll(async () => {
  await standalone.stop(3_000);
  rmSync(folder, { recursive: true, force: true });
});

const sound = () => ({
  LATCHKEY_MODE: 'embedded',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  MONGODB_URI: `mongodb://127.0.0.1:${String(mongoPort)}/?directConnection=true`,
  PORTAL_URL: 'http://localhost:1',
  CONSOLE_URL: 'http://localhost:2',
  AUTHENTICATOR_URL: 'http://localhost:3',
  SERVICE_URL: 'http://localhost:4',
  ...embeddedKeys(folder),
});

describe.each(['api', 'worker'] as const)('%s refuses to start', (name) => {
  test('DB-06 on a MongoDB without transactions, and says what to do', async () => {
    const { code, said } = await ends(`${name}/main.ts`, sound());
    expect(code).not.toBe(0);
    expect(said).toContain('This MongoDB has no transactions');
    expect(said).toContain('--replSet');
  });

  test.each(['LATCHKEY_MASTER_KEY', 'LATCHKEY_SEAL_KEYS', 'LATCHKEY_PAYLOAD_KEYS', 'LATCHKEY_AUDIT_KEY'])(
    'K-03 without %s, and names it',
    async (missing) => {
      const { code, said } = await ends(`${name}/main.ts`, { ...sound(), [missing]: '' });
      expect(code).not.toBe(0);
      expect(said).toContain(`Latchkey cannot start: ${missing} is not set`);
    },
  );
});
