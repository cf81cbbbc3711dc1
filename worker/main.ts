import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, type LogLevel } from '@temporalio/worker';
import { queuedMailActivities } from '../activities/queued-mail.ts';
import { recoveryActivities } from '../activities/recoveries.ts';
import { transportFrom } from '../activities/mail/transport.ts';
import { settingsOrExit } from '../temporal/settings.ts';
import { policyFrom } from '../domain/policy.ts';
import { sealingKey } from '../store/audit-seals.ts';
import { openDatabase } from '../store/database.ts';
import { vaultOf } from '../store/sealing.ts';
import { encryptingDataConverter, keysFrom } from '../temporal/data-converter.ts';
import { connectionOptions } from '../temporal/connection.ts';
import { registerSearchAttributes } from '../temporal/search-attributes.ts';
import { logger } from '../temporal/telemetry.ts';
import { taskQueue } from '../workflows/messages.ts';
import { startMaintenance } from './maintenance.ts';
import { TroubleInterceptor } from './trouble-interceptor.ts';

/** Shorter than an activity may take, so that a hung database fails the attempt and not the worker. */
const databaseTimeoutMs = 8_000;

const settings = settingsOrExit();
const log = logger('worker', settings.LOG_LEVEL);

Runtime.install({
  logger: new DefaultLogger(settings.LOG_LEVEL.replace('silent', 'error').toUpperCase() as LogLevel, (entry) => {
    log[entry.level === 'WARN' ? 'warn' : entry.level === 'ERROR' ? 'error' : 'debug'](
      { ...entry.meta },
      entry.message,
    );
  }),
});

const database = await openDatabase(settings.MONGODB_URI, settings.MONGODB_DATABASE, databaseTimeoutMs);
const dependencies = {
  database,
  vault: vaultOf(keysFrom(settings.LATCHKEY_SEAL_KEYS)),
  masterKey: Buffer.from(settings.LATCHKEY_MASTER_KEY, 'base64'),
  policy: policyFrom(JSON.parse(settings.POLICY_OVERRIDES) as Record<string, unknown>),
  transport: transportFrom(settings),
  portalUrl: settings.PORTAL_URL,
  authenticatorUrl: settings.AUTHENTICATOR_URL,
};
const dataConverter = encryptingDataConverter(settings.LATCHKEY_PAYLOAD_KEYS);
const options = connectionOptions(settings);
const connection = await NativeConnection.connect(options);
const clientConnection = await Connection.connect(options);
const unregistered = await registerSearchAttributes(clientConnection, settings.TEMPORAL_NAMESPACE);
if (unregistered !== undefined) log.warn({ why: unregistered }, 'search attributes could not be registered');
const client = new Client({ connection: clientConnection, namespace: settings.TEMPORAL_NAMESPACE, dataConverter });

const workflowsPath = fileURLToPath(new URL('../workflows/main.ts', import.meta.url));
const worker = await Worker.create({
  connection,
  namespace: settings.TEMPORAL_NAMESPACE,
  taskQueue,
  identity: 'worker',
  workflowsPath,
  // Our modules keep no state of any workflow (temporal.md P18): evaluated once, not once a recovery.
  bundlerOptions: { preloadModules: [workflowsPath] },
  activities: { ...recoveryActivities(dependencies), ...queuedMailActivities(dependencies) },
  dataConverter,
  interceptors: { activity: [(context) => ({ inbound: new TroubleInterceptor(context, database, log) })] },
  // Waiting must cost no memory (design.md, principle 10): a recovery that waits is dropped from the cache and replayed when it goes on.
  // Measured: each cached one takes 0.7 MiB, and 200 of them a quarter of the worker's memory.
  maxCachedWorkflows: 64,
  shutdownGraceTime: '15 seconds',
});
const maintenance = startMaintenance(
  { client, deps: dependencies, log },
  sealingKey(settings.LATCHKEY_AUDIT_KEY),
  settings.LATCHKEY_CHECKPOINT_FILE,
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    worker.shutdown();
  });
}
log.info('ready');
process.send?.('ready');
await worker.run();
await maintenance.stop();
await Promise.all([database.close(), connection.close(), clientConnection.close()]);
