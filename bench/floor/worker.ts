import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { floorQueue, type NothingActivities } from './nothing.ts';

/** A worker that has only the floor to serve; ended by its parent. */
const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS });
const activities: NothingActivities = { doNothing: () => Promise.resolve() };
const worker = await Worker.create({
  connection,
  taskQueue: floorQueue,
  workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
  activities: { ...activities },
});
process.once('SIGTERM', () => {
  worker.shutdown();
});
process.send?.('ready');
await worker.run();
await connection.close();
