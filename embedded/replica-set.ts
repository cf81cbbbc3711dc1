import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, MongoServerError, type Db, type Document } from 'mongodb';

export const replicaSet = 'latchkey';

const notYetInitialized = 94;
const limitMs = 30_000;

/**
 * Makes the mongod on this loopback port the primary of a replica set of one, whatever its data folder says:
 * new data get a configuration, data that were served on another port get it forced to this one.
 * @throws Error when it is not primary within 30 s
 */
export async function makePrimary(port: number): Promise<void> {
  const host = `127.0.0.1:${String(port)}`;
  const client = new MongoClient(`mongodb://${host}/`, { directConnection: true, serverSelectionTimeoutMS: 10_000 });
  try {
    const admin = client.db('admin');
    const config = await currentConfig(admin);
    if (config === undefined) {
      await admin.command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] } });
    } else if (hostOf(config) !== host) {
      await moveTo(admin, config, host);
    }
    await untilPrimary(admin);
  } finally {
    await client.close();
  }
}

/** @throws the driver's error when nobody answers within 10 s */
export async function isReplicaSet(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    return typeof hello.setName === 'string' || hello.msg === 'isdbgrid';
  } finally {
    await client.close();
  }
}

async function currentConfig(admin: Db): Promise<Document | undefined> {
  try {
    const { config } = (await admin.command({ replSetGetConfig: 1 })) as { config: Document };
    return config;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === notYetInitialized) return undefined;
    throw error;
  }
}

function hostOf(config: Document): unknown {
  return (config.members as { host: unknown }[])[0]?.host;
}

// A member that does not find itself in the configuration refuses everything but a forced one.
async function moveTo(admin: Db, config: Document, host: string): Promise<void> {
  const version = Number(config.version) + 1;
  await admin.command({ replSetReconfig: { ...config, version, members: [{ _id: 0, host }] }, force: true });
}

async function untilPrimary(admin: Db): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const { isWritablePrimary } = await admin.command({ hello: 1 });
    if (isWritablePrimary === true) return;
    if (Date.now() > deadline) throw new Error('not primary within 30 s');
    await pause(20);
  }
}
