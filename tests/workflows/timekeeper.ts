import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import { startTemporal } from '../../embedded/temporal.ts';
import { encryptingDataConverter, type KeyText } from '../../temporal/data-converter.ts';
import { registerSearchAttributes, searchAttributeTypes } from '../../temporal/search-attributes.ts';
import { moveClockTo } from './moved-clock.ts';

/** Temporal, with a client and a connection for workers. */
export interface Timekeeper {
  client: Client;
  nativeConnection: NativeConnection;
  /** Lets time pass, for everybody. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
}

const identity = 'test';

/** The time-skipping server: days pass in no time while a result is awaited, or by `pass`. */
export async function skippingTime(path: string, keys: KeyText[]): Promise<Timekeeper> {
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
    client: { dataConverter: encryptingDataConverter(keys), identity },
  });
  // This server cannot list them, so there is no asking which are missing.
  const { operatorService } = environment.connection;
  await operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: searchAttributeTypes });
  const follow = async () => {
    moveClockTo(await environment.currentTimeMs());
  };
  await follow();
  return {
    client: environment.client,
    nativeConnection: environment.nativeConnection,
    pass: async (ms) => {
      await environment.sleep(ms);
      await follow();
    },
    stop: () => environment.teardown(),
  };
}

/** The dev server: the same server as in production, in real time. */
export async function realTime(keys: KeyText[]): Promise<Timekeeper> {
  const server = await startTemporal({ say: () => undefined });
  const connection = await Connection.connect({ address: server.address });
  const nativeConnection = await NativeConnection.connect({ address: server.address });
  await registerSearchAttributes(connection, 'default');
  return {
    client: new Client({ connection, dataConverter: encryptingDataConverter(keys), identity }),
    nativeConnection,
    pass: (ms) => wait(ms),
    stop: async () => {
      await Promise.all([connection.close(), nativeConnection.close()]);
      await server.stop();
    },
  };
}
