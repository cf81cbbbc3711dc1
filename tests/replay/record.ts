import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { historyOf } from '../workflows/histories.ts';
import { startServers } from '../workflows/servers.ts';
import { Stage } from '../workflows/stage.ts';
import { endings } from './endings.ts';
import { asJson, historiesFolder, recordingKeys } from './recorded.ts';

/**
 * `npm run history:record`: walks every flow to every end and keeps the histories. After a change that keeps the recorded ones
 * replayable, record only what is new: old recordings stand for recoveries that run while a new version is installed.
 * Arguments are the names to record; none means all.
 */
const chosen = process.argv.slice(2);
const servers = await startServers();
if (chosen.length === 0) rmSync(historiesFolder, { recursive: true, force: true });
mkdirSync(historiesFolder, { recursive: true });
for (const [name, walk] of Object.entries(endings)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  // Only where days pass: the dev server is the one that production is like.
  const time = /expired|detours/.test(name) ? 'skipping' : 'real';
  const stage = await Stage.open(servers, { keys: recordingKeys, time });
  const workflowId = await walk(stage);
  const outcome = await stage.outcome(workflowId);
  const { history, events, bytes } = await historyOf(stage, workflowId);
  writeFileSync(`${historiesFolder}${name}.json`, asJson(workflowId, history));
  console.log(`${name}: ${outcome}, ${String(events)} events, ${String(bytes)} bytes`);
  await stage.close();
}
await servers.stop();
