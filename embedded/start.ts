import { join, resolve } from 'node:path';
import { announcement } from './announcement.ts';
import { createDemoData } from './demo-data-step.ts';
import { demoService, type DemoService } from './demo-service/demo-service.ts';
import { keptVerifyKey, verifyKeyFile } from './demo-service/verify-key.ts';
import { reasonOf } from './errors.ts';
import { buildPages } from './pages.ts';
import { given } from './given.ts';
import { freePort } from './ports.ts';
import { root } from './root.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';
import { callersSettings } from './world-settings.ts';

/** A terminal and npm may each pass the same Ctrl-C on: only a later one means impatience. */
const impatientAfterMs = 1_500;
const usualDemoPort = 8085;

/**
 * `npm start`: everything on this machine, until Ctrl-C. Ends the process with code 1 when something does not come up.
 * @param args `--fresh` removes the data of earlier runs first
 * @param entries what to run as api and worker instead of ours
 */
export async function start(args: string[], entries?: WorldOptions['entries']): Promise<void> {
  const startedAt = Date.now();
  const unknown = args.filter((arg) => arg !== '--fresh');
  if (unknown.length > 0) giveUp(`unknown argument ${unknown.join(' ')}; there is only --fresh`);
  const dataDir = resolve(root, given('LATCHKEY_DATA') ?? '.latchkey');
  let world: World | undefined;
  stopOnSignals(() => world);
  try {
    world = await startWorld({
      dataDir,
      say,
      env: callersSettings(),
      ports: 'usual',
      fresh: args.includes('--fresh'),
      respawn: true,
      meanwhile: (logs) => buildPages(say, join(logs, 'pages.log')),
      entries,
    });
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error));
  }
  const accounts = await createDemoData(world, say, verifyKeyFile(dataDir));
  const demo = await openDemoService(world.urls.service, dataDir);
  const seconds = (Date.now() - startedAt) / 1000;
  console.log(announcement(world.urls, accounts, { dataDir, seconds, demoService: demo?.url }));
}

/** @returns nothing, after saying why, when it cannot be: the rest is of use without it */
async function openDemoService(serviceUrl: string, dataDir: string): Promise<DemoService | undefined> {
  const verifyKey = keptVerifyKey(verifyKeyFile(dataDir));
  if (verifyKey === undefined) return undefined;
  try {
    return await demoService({ serviceUrl, verifyKey, port: await freePort(usualDemoPort) });
  } catch (error) {
    say(`!!! the demo service could not be started: ${reasonOf(error)}`);
    return undefined;
  }
}

function stopOnSignals(worldNow: () => World | undefined): void {
  let askedAt: number | undefined;
  const onSignal = () => {
    const world = worldNow();
    const isImpatient = askedAt !== undefined && Date.now() - askedAt > impatientAfterMs;
    // Half started is treated like killed: children go down with us, and the next start copes with what they left.
    if (world === undefined || isImpatient) process.exit(130);
    if (askedAt !== undefined) return;
    askedAt = Date.now();
    say('latchkey: stopping api, worker, then the servers');
    world.stop().then(
      () => {
        say('latchkey: stopped');
        process.exit(0);
      },
      (error: unknown) => {
        giveUp(`not everything stopped: ${String(error)}`);
      },
    );
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
}

function say(line: string): void {
  console.log(line);
}

function giveUp(why: string): never {
  console.error(`\nLatchkey did not start: ${why}`);
  process.exit(1);
}
