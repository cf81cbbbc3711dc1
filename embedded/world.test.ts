import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '../contracts/settings.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

const api = `
  import { createServer } from 'node:http';
  createServer((request, response) => {
    response.writeHead(request.url === '/readyz' ? 200 : 404).end(String(process.pid));
  }).listen(Number(process.env.SERVICE_PORT), '127.0.0.1');`;
const worker = `process.send?.('ready'); setInterval(() => undefined, 1_000);`;
const broken = `console.log('LATCHKEY_MASTER_KEY is not set'); process.exit(3);`;

let folder: string;
let world: World;
const said: string[] = [];

function standIn(name: string, program: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, program);
  return file;
}

function aWorld(options: Partial<WorldOptions> = {}): Promise<World> {
  return startWorld({
    say: (line) => said.push(line),
    dataDir: join(folder, 'data'),
    entries: { api: standIn('api', api), worker: standIn('worker', worker) },
    ...options,
  });
}

async function pidThatAnswers(): Promise<number> {
  return Number(
    await (await fetch(`${world.settings.SERVICE_URL ?? ''}/readyz`.replace('localhost', '127.0.0.1'))).text(),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-world-test-'));
  world = await aWorld({ env: { LOG_LEVEL: 'warn' }, respawn: true });
}, 120_000);
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

it('gives api and worker an environment that they accept', () => {
  const settings = readSettings(world.settings);
  expect(settings.LATCHKEY_MODE).toBe('embedded');
  expect(settings.LOG_LEVEL).toBe('warn');
  expect(new Set(Object.values(world.urls)).size).toBe(Object.values(world.urls).length);
});

it('refuses a second start on the same data, and names the first', async () => {
  await expect(aWorld()).rejects.toThrow(`process ${String(process.pid)} holds it`);
});

it('starts again what has died', async () => {
  const before = await pidThatAnswers();
  world.kill('api');
  const answersAnew = () =>
    pidThatAnswers().then(
      (pid) => pid !== before,
      () => false,
    );
  await expect.poll(answersAnew, { timeout: 20_000 }).toBe(true);
  expect(said.some((line) => line.includes('api: ended by SIGKILL; starting it again'))).toBe(true);
}, 30_000);

it('restarts each piece in its former place', async () => {
  const before = { ...world.pids };
  for (const name of ['temporal', 'mongo', 'api', 'worker'] as const) await world.restart(name);
  for (const [name, pid] of Object.entries(world.pids)) expect(pid).not.toBe(before[name as keyof typeof before]);
  expect(await pidThatAnswers()).toBe(world.pids.api);
}, 60_000);

it('says why a piece did not come up, stops the others and forgets the temporary data', async () => {
  const entries = { api: standIn('broken', broken), worker: standIn('worker', worker) };
  await expect(aWorld({ dataDir: undefined, entries })).rejects.toThrow(
    /api did not come up: ended with code 3[^]*LATCHKEY_MASTER_KEY is not set/,
  );
}, 60_000);

it('removes nothing that does not look like its own', async () => {
  const precious = mkdtempSync(join(folder, 'precious-'));
  writeFileSync(join(precious, 'thesis.txt'), 'years of work');
  await expect(aWorld({ dataDir: precious, fresh: true })).rejects.toThrow(
    'does not look like a data folder of Latchkey',
  );
  expect(readFileSync(join(precious, 'thesis.txt'), 'utf8')).toBe('years of work');
});

it('leaves no lock and no list of processes behind', async () => {
  const data = join(folder, 'data');
  expect(existsSync(join(data, 'lock'))).toBe(true);
  await world.stop();
  expect(['lock', 'children.json'].filter((name) => existsSync(join(data, name)))).toEqual([]);
}, 30_000);
