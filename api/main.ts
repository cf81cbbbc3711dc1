import { serve } from '@hono/node-server';
import { Client, Connection } from '@temporalio/client';
import { settingsOrExit } from '../temporal/settings.ts';
import { policyFrom } from '../domain/policy.ts';
import { sealingKey } from '../store/audit-seals.ts';
import { openDatabase } from '../store/database.ts';
import { vaultOf } from '../store/sealing.ts';
import { connectionOptions } from '../temporal/connection.ts';
import { encryptingDataConverter, keysFrom } from '../temporal/data-converter.ts';
import { registerSearchAttributes } from '../temporal/search-attributes.ts';
import { logger } from '../temporal/telemetry.ts';
import { listeners } from './listeners.ts';
import { rateLimits } from './rate-limits.ts';
import { mailReset } from './sign-in/invitation.ts';
import { portalRealm } from './sign-in/portal-realm.ts';
import { staffRealm } from './sign-in/staff-realm.ts';

/** an answer within three seconds, whatever is down. */
const databaseTimeoutMs = 2_500;

const settings = settingsOrExit();
const log = logger('api', settings.LOG_LEVEL);
const database = await openDatabase(settings.MONGODB_URI, settings.MONGODB_DATABASE, databaseTimeoutMs);
const connection = await Connection.connect(connectionOptions(settings));
const unregistered = await registerSearchAttributes(connection, settings.TEMPORAL_NAMESPACE);
if (unregistered !== undefined) log.warn({ why: unregistered }, 'search attributes could not be registered');
const masterKey = Buffer.from(settings.LATCHKEY_MASTER_KEY, 'base64');
const policy = policyFrom(JSON.parse(settings.POLICY_OVERRIDES) as Record<string, unknown>);
const vault = vaultOf(keysFrom(settings.LATCHKEY_SEAL_KEYS));
const dataConverter = encryptingDataConverter(settings.LATCHKEY_PAYLOAD_KEYS);
const temporal = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE, dataConverter, identity: 'api' });
const isSecure = settings.LATCHKEY_MODE === 'production';
const mailing = { database, vault, settings, temporal, log };

const deps = {
  ...mailing,
  masterKey,
  policy,
  auditKey: sealingKey(settings.LATCHKEY_AUDIT_KEY),
  rateLimits: rateLimits(database.client, settings.MONGODB_DATABASE, policy),
  portalRealm: portalRealm({ baseURL: settings.PORTAL_URL, masterKey, isSecure, database }, (user, token) => {
    mailReset(mailing, user, token);
  }),
  staffRealm: staffRealm({ baseURL: settings.CONSOLE_URL, masterKey, isSecure, database }),
};

const servers = listeners(deps).map(({ name, port, fetch }) =>
  serve({ fetch, port, hostname: settings.BIND_ADDRESS }, () => {
    log.info({ listener: name, port }, 'listening');
  }),
);
process.send?.('ready');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void stop();
  });
}

async function stop(): Promise<void> {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  await Promise.all([database.close(), connection.close()]);
  process.exit(0);
}
