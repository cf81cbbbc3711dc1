import { closeSync, mkdirSync, mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoInstance, MongoInstanceEvents as Events } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';
import { binaries, findBinary, type Say } from './binaries.ts';
import { reasonOf } from './errors.ts';
import { given } from './given.ts';
import { lastLines, openLog } from './log-file.ts';
import { freePort } from './ports.ts';
import { signal } from './process-identity.ts';
import { isReplicaSet, makePrimary, replicaSet } from './replica-set.ts';

export interface RunningMongo {
  /** connection string without a database */
  uri: string;
  /** undefined for a server that we did not start */
  pid: number | undefined;
  /** resolves with how it ended, in words; never for a server that we did not start */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface MongoOptions {
  /** where its data live; absent: a temporary folder, removed when it stops */
  dataDir?: string;
  say: Say;
  /** preferred port; a taken one is stepped over. Absent: any */
  port?: number;
  logFile?: string;
}

/**
 * The replica set at MONGODB_URI, or a mongod of our own: a replica set of one on loopback, journalled.
 * Its data folder may have been left by a killed server and may have been served on another port before.
 * @throws Error with a sentence, and with the server's last lines if it was ours
 */
export async function startMongo(options: MongoOptions): Promise<RunningMongo> {
  const uri = given('MONGODB_URI');
  if (uri !== undefined) return useMongoAt(uri, options.say);
  options.say('mongod: MONGODB_URI is not set, so we start our own');
  const mongod = await findBinary(binaries.mongod, options.say);
  const scratch = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'latchkey-mongo-')) : undefined;
  const removeScratch = () => {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  };
  try {
    const running = await launch(mongod, options, scratch ?? options.dataDir ?? '.');
    return { ...running, stop: () => running.stop().then(removeScratch) };
  } catch (error) {
    removeScratch();
    throw error;
  }
}

async function useMongoAt(uri: string, say: Say): Promise<RunningMongo> {
  say('mongod: using MONGODB_URI');
  const why = await isReplicaSet(uri).then(
    (is) => (is ? undefined : 'is no replica set, and Latchkey needs transactions'),
    (error: unknown) => `does not answer: ${reasonOf(error)}`,
  );
  if (why !== undefined) throw new Error(`MongoDB at MONGODB_URI ${why}.`);
  return { uri, pid: undefined, exited: new Promise<string>(() => undefined), stop: () => Promise.resolve() };
}

async function launch(mongod: string, options: MongoOptions, dataDir: string): Promise<RunningMongo> {
  const dbPath = join(dataDir, 'mongo');
  mkdirSync(dbPath, { recursive: true, mode: 0o700 });
  const logFile = options.logFile ?? join(dataDir, 'mongod.log');
  const port = await freePort(options.port ?? 0);
  const instance = instanceOf(mongod, dbPath, port);
  const exited = writeLog(instance, logFile);
  try {
    await instance.start();
    const pid = instance.mongodProcess?.pid;
    await makePrimary(port);
    const uri = `mongodb://127.0.0.1:${String(port)}/?replicaSet=${replicaSet}`;
    return { uri, pid, exited, stop: () => stop(instance) };
  } catch (error) {
    await stop(instance);
    throw new Error(`mongod did not start: ${reasonOf(error)}. Its last lines:\n${lastLines(logFile, 20)}`, {
      cause: error,
    });
  }
}

function instanceOf(mongod: string, dbPath: string, port: number): MongoInstance {
  // Whatever version was found is meant: without this the library warns that it would have liked another.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false';
  const args = [
    // Small: the default would take a twentieth of the disk in time.
    ['--oplogSize', '256'],
    ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // The default makes each SIGTERM wait 15 s for clients to notice, and there is nowhere for them to go.
    ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=200'],
  ].flat();
  return new MongoInstance({
    instance: {
      port,
      dbPath,
      ip: '127.0.0.1',
      replSet: replicaSet,
      storageEngine: 'wiredTiger',
      launchTimeout: 60_000,
      args,
    },
    binary: { systemBinary: mongod, checkMD5: false },
    // A group of its own: Ctrl-C in the terminal must not stop it before those who use it.
    spawn: { detached: true },
  });
}

function writeLog(instance: MongoInstance, logFile: string): Promise<string> {
  const log = openLog(logFile);
  const write = (line: string) => {
    writeSync(log, `${line}\n`);
  };
  instance.on(Events.instanceSTDOUT, write);
  instance.on(Events.instanceSTDERR, write);
  return new Promise((resolve) => {
    instance.once(Events.instanceClosed, (code: number | null, by: string | null) => {
      closeSync(log);
      instance.off(Events.instanceSTDOUT, write);
      instance.off(Events.instanceSTDERR, write);
      resolve(by === null ? `ended with code ${String(code)}` : `ended by ${by}`);
    });
  });
}

async function stop(instance: MongoInstance): Promise<void> {
  const pid = instance.mongodProcess?.pid;
  // A stopped process hears nothing until it is continued.
  if (pid !== undefined) signal(pid, 'SIGCONT');
  await instance.stop();
}
