// Lets the libraries download their own servers: `node fetch-official.mjs <what> <empty folder> [version]`, prints the path.
// A process of its own, because neither library can be told to give up: the caller ends it when time is up.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const [what, folder, version] = process.argv.slice(2);

async function temporal() {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const server = { executable: { type: 'cached-download', downloadDir: folder } };
  const environment =
    what === 'temporal-cli'
      ? await TestWorkflowEnvironment.createLocal({ server })
      : await TestWorkflowEnvironment.createTimeSkipping({ server });
  await environment.teardown();
  return join(folder, readdirSync(folder)[0]);
}

async function mongod() {
  process.env.MONGOMS_MAX_RETRIES ??= '1';
  const { MongoBinary } = await import('mongodb-memory-server-core');
  return MongoBinary.getPath({ downloadDir: folder, version, checkMD5: true });
}

try {
  process.stdout.write(await (what === 'mongod' ? mongod() : temporal()));
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
