import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Say } from './binaries.ts';
import { startChild, type Child } from './child.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { startMongo, type RunningMongo } from './mongo.ts';
import { Piece, type Running } from './piece.ts';
import { untilReady } from './readiness.ts';
import { root } from './root.ts';
import { startTemporal, type RunningTemporal } from './temporal.ts';
import type { SearchAttributes } from './temporal-ready.ts';
import { embeddedSettings, programEnvironment, urlsOf, type Environment, type Urls } from './world-settings.ts';

export type PieceName = 'temporal' | 'mongo' | 'api' | 'worker';

export interface WorldOptions {
  /** where everything is kept; absent: a temporary folder, removed at the end */
  dataDir?: string;
  say: Say;
  /** settings that win over ours, such as POLICY_OVERRIDES, SMTP_URL or a MONGODB_URI that leads through a proxy */
  env?: Environment;
  /** `usual` prefers the ports of README; `any`, the default, leaves them to the operating system */
  ports?: 'usual' | 'any';
  /** removes the data of earlier runs first */
  fresh?: boolean;
  /** starts again what dies by itself; off by default, so that a test decides */
  respawn?: boolean;
  /** keeps Temporal's data in memory: faster, but a restarted Temporal has forgotten everything */
  temporalInMemory?: boolean;
  searchAttributes?: SearchAttributes;
  /** what can be done while the servers start, and must be done before api starts; gets the folder for logs */
  meanwhile?: (logs: string) => Promise<void>;
  /** what to run as api and worker, from the checkout's root */
  entries?: { api: string; worker: string };
}

/** A whole Latchkey on this machine. */
export interface World {
  /** the environment that api and worker run in */
  settings: Environment;
  urls: Urls;
  /** undefined for what is not running, or not ours */
  readonly pids: Record<PieceName, number | undefined>;
  /** where the logs of all pieces are */
  logs: string;
  /** Starts a piece on the ports and data it had, after stopping it if it runs; resolves once it is up. */
  restart(name: PieceName): Promise<void>;
  /** Sends a signal to one piece: SIGKILL and SIGSTOP for bad luck, SIGCONT for better. */
  kill(name: PieceName, signal?: NodeJS.Signals): void;
  /** Stops everything: api, worker, then the servers. */
  stop(): Promise<void>;
}

interface Program extends Running {
  child: Child;
}

const readyLimitMs = 60_000;
const workerPatienceMs = 5_000;
const stopGraceMs = { api: 3_000, worker: 5_000 };

/**
 * Starts Temporal, MongoDB, api and worker, and resolves when the api is ready.
 * @throws Error with the last lines of the piece that did not come up; everything else has been stopped then
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const scratch = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'latchkey-world-')) : undefined;
  const folder = await openDataFolder(resolve(scratch ?? options.dataDir ?? ''), options.say, { fresh: options.fresh });
  const world = new EmbeddedWorld(options, folder, scratch);
  try {
    await world.start();
    return world;
  } catch (error) {
    await world.stop();
    throw error;
  }
}

class EmbeddedWorld implements World {
  settings: Environment = {};
  urls: Urls = urlsOf({}, undefined);
  readonly logs: string;
  private readonly pieces;
  // Set at the first start: a piece that comes back must be where the others look for it.
  private temporalAddress: string | undefined;
  private mongoUri: string | undefined;

  constructor(
    private readonly options: WorldOptions,
    private readonly folder: DataFolder,
    private readonly scratch: string | undefined,
  ) {
    this.logs = join(folder.path, 'logs');
    this.pieces = {
      temporal: this.piece('temporal', () => this.launchTemporal()),
      mongo: this.piece('mongo', () => this.launchMongo()),
      api: this.piece('api', () => this.launchProgram('api')),
      worker: this.piece('worker', () => this.launchProgram('worker')),
    };
  }

  get pids(): Record<PieceName, number | undefined> {
    const { temporal, mongo, api, worker } = this.pieces;
    return { temporal: temporal.pid, mongo: mongo.pid, api: api.pid, worker: worker.pid };
  }

  async start(): Promise<void> {
    const { say, env = {}, ports, meanwhile = () => Promise.resolve() } = this.options;
    const [temporal, mongo] = await allOrNone([
      this.pieces.temporal.start(),
      this.pieces.mongo.start(),
      meanwhile(this.logs),
    ]);
    const addresses = {
      TEMPORAL_ADDRESS: temporal.address,
      MONGODB_URI: mongo.uri,
      ...(temporal.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: temporal.uiUrl }),
    };
    this.settings = await embeddedSettings(this.folder.path, { ...addresses, ...env }, ports === 'usual');
    this.urls = urlsOf(this.settings, temporal.uiUrl);
    say('latchkey: starting api and worker');
    await allOrNone([this.bringUp('api'), this.bringUp('worker')]);
  }

  async restart(name: PieceName): Promise<void> {
    await this.pieces[name].stop();
    if (name === 'api' || name === 'worker') await this.bringUp(name);
    else await this.pieces[name].start();
  }

  kill(name: PieceName, signal: NodeJS.Signals = 'SIGKILL'): void {
    this.pieces[name].kill(signal);
  }

  async stop(): Promise<void> {
    const { temporal, mongo, api, worker } = this.pieces;
    await api.stop();
    await worker.stop();
    await Promise.all([temporal.stop(), mongo.stop()]);
    this.folder.release();
    if (this.scratch !== undefined) rmSync(this.scratch, { recursive: true, force: true });
  }

  private piece<R extends Running>(name: PieceName, launch: () => Promise<R>): Piece<R> {
    const { say, respawn = false } = this.options;
    const onPid = (pid: number | undefined) => {
      this.folder.record(name, pid);
    };
    return new Piece({ name, launch, say, respawn, onPid });
  }

  private async bringUp(name: 'api' | 'worker'): Promise<void> {
    const { child } = await this.pieces[name].start();
    const settled = new AbortController();
    try {
      await Promise.race([this.untilUp(name, child, settled.signal), child.exited.then(fail)]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${name} did not come up: ${why}. Its last lines:\n${child.tail(20)}`, { cause: error });
    } finally {
      settled.abort();
    }
  }

  private async untilUp(name: 'api' | 'worker', child: Child, signal: AbortSignal): Promise<void> {
    const readyz = `http://127.0.0.1:${this.settings.SERVICE_PORT ?? ''}/readyz`;
    if (name === 'api') await untilReady(readyz, readyLimitMs, signal);
    else await Promise.race([child.ready, pause(workerPatienceMs, undefined, { signal })]);
  }

  private async launchTemporal(): Promise<RunningTemporal> {
    const { say, temporalInMemory, searchAttributes, ports } = this.options;
    const before = portOf(this.temporalAddress);
    const running = await startTemporal({
      dataDir: temporalInMemory === true ? undefined : this.folder.path,
      say: before === undefined ? say : () => undefined,
      port: before ?? (ports === 'usual' ? 7233 : 0),
      uiPort: portOf(this.urls.temporal) ?? (ports === 'usual' ? 8233 : 0),
      searchAttributes,
      logFile: join(this.logs, 'temporal.log'),
    });
    this.temporalAddress ??= running.address;
    return this.inItsPlace(running, running.address === this.temporalAddress, 'Temporal');
  }

  private async launchMongo(): Promise<RunningMongo> {
    const { say, ports } = this.options;
    const before = portOf(this.mongoUri);
    const running = await startMongo({
      dataDir: this.folder.path,
      say: before === undefined ? say : () => undefined,
      port: before ?? (ports === 'usual' ? 27017 : 0),
      logFile: join(this.logs, 'mongod.log'),
    });
    this.mongoUri ??= running.uri;
    return this.inItsPlace(running, running.uri === this.mongoUri, 'MongoDB');
  }

  private async inItsPlace<R extends Running>(running: R, isThere: boolean, title: string): Promise<R> {
    if (isThere) return running;
    await running.stop();
    throw new Error(`${title} could not come back: its former port is taken.`);
  }

  private async launchProgram(name: 'api' | 'worker'): Promise<Program> {
    const entry = this.options.entries?.[name] ?? join(root, name, 'main.ts');
    const child = await startChild({
      name,
      command: process.execPath,
      args: ['--import', 'tsx', entry],
      env: programEnvironment(this.settings),
      cwd: root,
      logFile: join(this.logs, `${name}.log`),
      saysReady: true,
    });
    return { child, pid: child.pid, exited: child.exited, stop: () => child.stop(stopGraceMs[name]) };
  }
}

// Waits for the slowest also when another has failed: what is still starting could not be stopped yet.
async function allOrNone<T extends readonly unknown[]>(promises: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

function fail(how: string): never {
  throw new Error(how);
}

function portOf(address: string | undefined): number | undefined {
  const port = /:(\d+)(\/|$)/.exec(address ?? '')?.[1];
  return port === undefined ? undefined : Number(port);
}
