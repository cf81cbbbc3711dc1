import { randomBytes, randomUUID } from 'node:crypto';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { queuedMailActivities } from '../../activities/queued-mail.ts';
import { recoveryActivities } from '../../activities/recoveries.ts';
import type { ActivityDependencies } from '../../activities/dependencies.ts';
import { policyFrom, type LimitName } from '../../domain/policy.ts';
import { openDatabase } from '../../store/database.ts';
import { vaultOf } from '../../store/sealing.ts';
import { encryptingDataConverter, type KeyText } from '../../temporal/data-converter.ts';
import type { RecoveryActivities } from '../../workflows/activities.ts';
import { taskQueue, workflowIdOf, type Outcome } from '../../workflows/messages.ts';
import type { Servers } from './servers.ts';
import { realTime, skippingTime, type Timekeeper } from './timekeeper.ts';

export interface StageOptions {
  time?: 'skipping' | 'real';
  keys?: KeyText[];
  maxCachedWorkflows?: number;
  policy?: Partial<Record<LimitName, number>>;
  /** Stand in for the product's own, for what cannot be brought about otherwise: an activity that fails for good. */
  instead?: Partial<RecoveryActivities>;
}

const databaseTimeoutMs = 20_000;

/** The steps that each workflow entered, as its worker said. */
const entered = new Map<string, string[]>();
let isListening = false;

// One runtime a process: it has to be told before the first worker.
function listenToWorkflows(): void {
  if (isListening) return;
  isListening = true;
  const note = ({ message, meta }: { message: string; meta?: Record<string | symbol, unknown> }) => {
    if (message !== 'entered a step') return;
    const workflowId = String(meta?.['workflowId']);
    entered.set(workflowId, [...(entered.get(workflowId) ?? []), String(meta?.['step'])]);
  };
  Runtime.install({ logger: new DefaultLogger('DEBUG', note) });
}

/** Everything real but HTTP: Temporal, MongoDB, a worker with the product's own activities, and the API's way to talk to them. */
export class Stage {
  private running: Promise<void> = Promise.resolve();
  private worker: Worker | undefined;

  private constructor(
    private readonly servers: Servers,
    private readonly keys: KeyText[],
    private readonly options: StageOptions,
    readonly time: Timekeeper,
    readonly deps: ActivityDependencies,
  ) {}

  static async open(servers: Servers, options: StageOptions = {}): Promise<Stage> {
    listenToWorkflows();
    const keys = options.keys ?? [{ id: 'test', key: randomBytes(32).toString('base64') }];
    const time = options.time === 'real' ? await realTime(keys) : await skippingTime(servers.timeSkippingServer, keys);
    const deps: ActivityDependencies = {
      database: await openDatabase(servers.mongoUri, `stage-${randomUUID().slice(0, 8)}`, databaseTimeoutMs),
      vault: vaultOf([{ id: 'seal-1', key: randomBytes(32) }]),
      masterKey: randomBytes(32),
      policy: policyFrom(options.policy ?? {}),
      transport: undefined,
      portalUrl: 'http://portal.example',
      authenticatorUrl: 'http://app.example',
    };
    const stage = new Stage(servers, keys, options, time, deps);
    await stage.startWorker();
    return stage;
  }

  get database() {
    return this.deps.database;
  }

  /** What api/running-recoveries.ts is made of. */
  get api() {
    const { database, masterKey, policy } = this.deps;
    return { temporal: this.time.client, database, masterKey, policy };
  }

  async startWorker(): Promise<void> {
    this.worker = await Worker.create({
      connection: this.time.nativeConnection,
      taskQueue,
      identity: 'test',
      workflowBundle: { codePath: this.servers.workflowBundle },
      activities: { ...recoveryActivities(this.deps), ...this.options.instead, ...queuedMailActivities(this.deps) },
      dataConverter: encryptingDataConverter(this.keys),
      maxCachedWorkflows: this.options.maxCachedWorkflows ?? 100,
    });
    this.running = this.worker.run();
  }

  async stopWorker(): Promise<void> {
    this.worker?.shutdown();
    this.worker = undefined;
    await this.running;
  }

  workflow(recoveryId: string) {
    return this.time.client.workflow.getHandle(workflowIdOf(recoveryId));
  }

  /** How a recovery's workflow ended; time passes until it does. */
  async outcome(recoveryId: string): Promise<Outcome> {
    const outcome = (await this.workflow(recoveryId).result()) as Outcome;
    await this.time.pass(1);
    return outcome;
  }

  stepsEntered(recoveryId: string): string[] {
    return entered.get(workflowIdOf(recoveryId)) ?? [];
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.time.stop();
    await this.database.db.dropDatabase();
    await this.database.close();
  }
}
