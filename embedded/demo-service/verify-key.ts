import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../../contracts/client.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { Browser } from '../people/browser.ts';
import { SignIns } from './sign-ins.ts';

const name = 'Demo VPN';

/** Where the key of the demo service is kept: Latchkey tells it once, and keeps a hash. */
export function verifyKeyFile(dataDir: string): string {
  return join(dataDir, 'demo-service.key');
}

/** @returns the key, or `undefined` while there is none */
export function keptVerifyKey(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Whether Latchkey knows the key: the database may be another one than when it was kept. */
export async function isValidKey(serviceUrl: string, verifyKey: string): Promise<boolean> {
  try {
    await new SignIns({ serviceUrl, verifyKey }).show(`sgn_${'-'.repeat(22)}`);
    return true;
  } catch (error) {
    return error instanceof ProblemError && error.problem.code === 'not-found';
  }
}

/** Creates the demo service and keeps its key for its owner's eyes only. One without a key any more keeps its name: the new one is numbered. */
export async function createDemoService(administrator: Browser, file: string): Promise<void> {
  const { rows } = await administrator.ask(adminRoutes.listServices, { query: { perPage: 100 } });
  const former = rows.filter((service) => service.name.startsWith(name)).length;
  const service = await administrator.ask(adminRoutes.createService, {
    body: { name: former === 0 ? name : `${name} ${String(former + 1)}` },
  });
  writeFileSync(file, `${service.verifyKey}\n`, { mode: 0o600 });
}
