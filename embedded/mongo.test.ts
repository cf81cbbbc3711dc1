import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startMongo, type RunningMongo } from './mongo.ts';
import { freePort } from './ports.ts';

let folder: string;
const running: RunningMongo[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-mongo-test-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((mongo) => mongo.stop()));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function aMongo(options: { dataDir?: string; port?: number } = {}): Promise<RunningMongo> {
  const mongo = await startMongo({ ...options, say: () => undefined });
  running.push(mongo);
  return mongo;
}

async function within<T>(mongo: RunningMongo, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(mongo.uri);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

function kill(mongo: RunningMongo): Promise<string> {
  process.kill(mongo.pid ?? 0, 'SIGKILL');
  return mongo.exited;
}

it('commits a transaction, and forgets an aborted one', async () => {
  await within(await aMongo(), async (client) => {
    const tokens = client.db('test').collection('tokens');
    await client.withSession((session) => session.withTransaction(() => tokens.insertOne({ kept: true }, { session })));
    await client.withSession(async (session) => {
      session.startTransaction();
      await tokens.insertOne({ kept: false }, { session });
      await session.abortTransaction();
    });
    expect(await tokens.distinct('kept')).toEqual([true]);
  });
}, 60_000);

it('keeps what was committed when it is killed and comes back on another port', async () => {
  const before = await aMongo({ dataDir: folder, port: await freePort(0) });
  await within(before, (client) => client.db('test').collection('tokens').insertOne({ serial: '1eC' }));
  expect(await kill(before)).toBe('ended by SIGKILL');

  const after = await aMongo({ dataDir: folder, port: await freePort(0) });
  expect(after.uri).not.toBe(before.uri);
  await within(after, async (client) => {
    const tokens = client.db('test').collection('tokens');
    expect(await tokens.countDocuments({ serial: '1eC' })).toBe(1);
    await client.withSession((session) =>
      session.withTransaction(() => tokens.insertOne({ serial: '2' }, { session })),
    );
    expect(await tokens.countDocuments()).toBe(2);
  });
}, 60_000);

it('stops also when somebody has suspended it', async () => {
  const mongo = await aMongo();
  process.kill(mongo.pid ?? 0, 'SIGSTOP');
  await mongo.stop();
  await expect(mongo.exited).resolves.toMatch(/^ended/);
}, 60_000);

it('steps over a port that is taken', async () => {
  const port = await freePort(0);
  const [first, second] = [await aMongo({ port }), await aMongo({ port })];
  expect(first.uri).toContain(`:${String(port)}/`);
  expect(second.uri).not.toContain(`:${String(port)}/`);
}, 60_000);
