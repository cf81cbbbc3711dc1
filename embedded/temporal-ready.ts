import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import type { Say } from './binaries.ts';
import { reasonOf } from './errors.ts';
import { given } from './given.ts';

export type SearchAttributes = Record<string, 'Keyword' | 'Int' | 'Datetime'>;

// Our own dev server is plain and has one namespace, whatever the shell holds for another server.
const isOurs = () => given('TEMPORAL_ADDRESS') === undefined;
const namespace = () => (isOurs() ? undefined : given('TEMPORAL_NAMESPACE')) ?? 'default';

// The numbers of IndexedValueType in Temporal's API: its package exports the names to types only.
const typeOf = { Keyword: 2, Int: 3, Datetime: 6 };

// gRPC's own first pause after a refused connection is a second, longer than the server takes to come up.
const impatient = { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 200 };

/** @returns whether the server answered within `limitMs`, with its namespace and these search attributes in place */
export async function answersSoon(
  address: string,
  limitMs: number,
  attributes: SearchAttributes = {},
): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    try {
      if (await isServing(address, attributes)) return true;
    } catch {
      // Not yet listening, or listening but not yet serving the namespace: both pass.
    }
    if (Date.now() > deadline) return false;
    await pause(50);
  }
}

async function isServing(address: string, attributes: SearchAttributes): Promise<boolean> {
  return connected(address, async (connection) => {
    await connection.workflowService.describeNamespace({ namespace: namespace() });
    const wanted = Object.keys(attributes);
    if (wanted.length === 0) return true;
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: namespace() });
    return wanted.every((name) => name in customAttributes);
  });
}

/** Registers what a server that is not ours lacks; where we may not, says how its operator can. */
export async function addSearchAttributes(address: string, attributes: SearchAttributes, say: Say): Promise<void> {
  if (Object.keys(attributes).length === 0) return;
  try {
    await connected(address, async ({ operatorService }) => {
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace: namespace() });
      const missing = Object.entries(attributes).filter(([name]) => !(name in customAttributes));
      if (missing.length === 0) return;
      const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, typeOf[type]]));
      await operatorService.addSearchAttributes({ namespace: namespace(), searchAttributes });
      say(`temporal: registered the search attributes ${missing.map(([name]) => name).join(', ')}`);
    });
  } catch (error) {
    const flags = Object.entries(attributes).map(([name, type]) => `--name ${name} --type ${type}`);
    say(
      `temporal: search attributes could not be registered (${reasonOf(error)}); if they are missing, its operator runs:`,
    );
    say(`  temporal operator search-attribute create --namespace ${namespace()} ${flags.join(' ')}`);
  }
}

async function connected<T>(address: string, use: (connection: Connection) => Promise<T>): Promise<T> {
  const apiKey = isOurs() ? undefined : given('TEMPORAL_API_KEY');
  const tls = !isOurs() && (given('TEMPORAL_TLS') === 'true' || apiKey !== undefined);
  const connection = await Connection.connect({ address, apiKey, tls, connectTimeout: 5_000, channelArgs: impatient });
  try {
    return await connection.withDeadline(Date.now() + 5_000, () => use(connection));
  } finally {
    await connection.close();
  }
}
