import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binaries, findBinary, type Say } from './binaries.ts';
import { startChild, type Child } from './child.ts';
import { given } from './given.ts';
import { freePort } from './ports.ts';
import { root } from './root.ts';
import { addSearchAttributes, answersSoon, type SearchAttributes } from './temporal-ready.ts';

export interface RunningTemporal {
  /** `host:port` of its gRPC frontend */
  address: string;
  uiUrl: string | undefined;
  /** undefined for a server that we did not start */
  pid: number | undefined;
  /** resolves with how it ended, in words; never for a server that we did not start */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface TemporalOptions {
  /** where its database file lives; absent: in memory, gone when it stops */
  dataDir?: string;
  say: Say;
  /** preferred ports; taken ones are stepped over. Absent: any */
  port?: number;
  uiPort?: number;
  searchAttributes?: SearchAttributes;
  logFile?: string;
}

const stopGraceMs = 4_000;

/**
 * The server at TEMPORAL_ADDRESS, or the CLI's dev server on loopback as our child; namespace `default`.
 * Resolves once it answers gRPC and knows the search attributes.
 * @throws Error with a sentence, and with the server's last lines if it was ours
 */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const address = given('TEMPORAL_ADDRESS');
  if (address !== undefined) return useTemporalAt(address, options);
  options.say('temporal: TEMPORAL_ADDRESS is not set, so we start our own');
  const cli = await findTemporalCli(options.say);
  const scratch = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'latchkey-temporal-')) : undefined;
  const removeScratch = () => {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  };
  try {
    const running = await launch(
      cli,
      options,
      options.logFile ?? join(scratch ?? options.dataDir ?? '.', 'temporal.log'),
    );
    return { ...running, stop: () => running.stop().then(removeScratch) };
  } catch (error) {
    removeScratch();
    throw error;
  }
}

/** @returns the path of the time-skipping server, for `existing-path` in @temporalio/testing */
export function findTimeSkippingServer(say: Say): Promise<string> {
  return findBinary(binaries.timeSkippingServer, say);
}

/** @returns the path of the Temporal CLI */
export function findTemporalCli(say: Say): Promise<string> {
  return findBinary(binaries.temporalCli, say);
}

async function useTemporalAt(address: string, options: TemporalOptions): Promise<RunningTemporal> {
  options.say(`temporal: using TEMPORAL_ADDRESS ${address}`);
  if (!(await answersSoon(address, 10_000)))
    throw new Error(`Temporal at ${address} (TEMPORAL_ADDRESS) does not answer.`);
  await addSearchAttributes(address, options.searchAttributes ?? {}, options.say);
  const never = new Promise<string>(() => undefined);
  return { address, uiUrl: undefined, pid: undefined, exited: never, stop: () => Promise.resolve() };
}

async function launch(cli: string, options: TemporalOptions, logFile: string): Promise<RunningTemporal> {
  const port = await freePort(options.port ?? 0);
  const uiPort = await freePort(options.uiPort ?? 0, new Set([port]));
  if (options.dataDir !== undefined) mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const args = devServerArguments(options, port, uiPort);
  const child = await startChild({ name: 'temporal', command: cli, args, env: process.env, cwd: root, logFile });
  const address = `127.0.0.1:${String(port)}`;
  await untilItAnswers(child, address, options.searchAttributes);
  const uiUrl = `http://localhost:${String(uiPort)}`;
  return { address, uiUrl, pid: child.pid, exited: child.exited, stop: () => child.stop(stopGraceMs) };
}

function devServerArguments(options: TemporalOptions, port: number, uiPort: number): string[] {
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)];
  args.push('--log-level', 'warn', '--ui-disable-news-fetch');
  if (options.dataDir !== undefined) args.push('--db-filename', join(options.dataDir, 'temporal.db'));
  for (const [name, type] of Object.entries(options.searchAttributes ?? {}))
    args.push('--search-attribute', `${name}=${type}`);
  return args;
}

async function untilItAnswers(child: Child, address: string, attributes: SearchAttributes | undefined): Promise<void> {
  const end = child.exited.then((how) => how);
  const outcome = await Promise.race([end, answersSoon(address, 30_000, attributes)]);
  if (outcome === true) return;
  await child.stop(0);
  const why = outcome === false ? 'did not answer within 30 s' : outcome;
  throw new Error(`Temporal's dev server ${why}. Its last lines:\n${child.tail(20)}`);
}
