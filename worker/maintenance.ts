import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { sealAudit, type SealingKey } from '../store/audit-seals.ts';
import { hashSealedCodes } from '../store/restore-codes.ts';
import { startForgottenLetters } from './forgotten-letters.ts';
import { sweep, type Sweeping } from './sweeper.ts';

/**
 * What has to be done now and then, by whichever worker is alive. Each duty is safe to run in several processes at once, and to be
 * cut off at any point.
 */
export function startMaintenance(
  { client, deps, log }: { client: Client; deps: Sweeping; log: Logger },
  key: SealingKey,
  checkpointFile: string | undefined,
): { stop(): Promise<void> } {
  const { database, vault } = deps;
  const duties = [
    every(3_000, () => sealAudit(database, key, checkpointFile), log, 'sealing the audit'),
    every(20_000, () => sweep(client, deps, log), log, 'sweeping'),
    every(5_000, () => hashSealedCodes(database, vault), log, 'hashing restore codes'),
    every(10_000, () => startForgottenLetters(client, database), log, 'starting forgotten letters'),
  ];
  return {
    stop: async () => {
      await Promise.all(duties.map((stop) => stop()));
    },
  };
}

function every(ms: number, duty: () => Promise<unknown>, log: Logger, name: string): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = duty()
      .catch((error: unknown) => {
        log.warn({ error, duty: name }, 'will be tried again');
      })
      .finally(() => {
        isBusy = false;
      });
  }, ms);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
