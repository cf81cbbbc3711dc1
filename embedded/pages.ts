import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from './binaries.ts';
import { reasonOf } from './errors.ts';
import { lastLines, openLog } from './log-file.ts';
import { npm } from './npm.ts';
import { root } from './root.ts';
import { run } from './run.ts';

const pages = ['portal', 'admin-ui', 'authenticator'] as const;
/** Everything that the pages are made of. */
const sources = [...pages, 'device-sdk', 'contracts', 'domain', 'package-lock.json', 'tsconfig.json'] as const;
const buildLimitMs = 300_000;

/**
 * Builds the pages into dist/ unless they are there and made of exactly these sources.
 * @param logFile takes what the build writes
 * @throws Error with the build's last lines when it fails
 */
export async function buildPages(say: Say, logFile: string): Promise<void> {
  const stamp = join(root, 'dist', '.sources');
  const hash = sourcesHash();
  const isBuilt = pages.every((page) => existsSync(join(root, 'dist', page, 'index.html')));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  if (!hasScript('build:pages')) {
    say('pages: package.json has no script build:pages, so they are not built');
    return;
  }
  say(`pages: building them (${isBuilt ? 'their sources have changed' : 'dist/ has none yet'})`);
  const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const [command, ...args] = npm(['run', 'build:pages']);
  try {
    // Vite would take over `test` from a test runner, and build React's development version.
    const env = { ...process.env, NODE_ENV: 'production' };
    await run(command, args, { limitMs: buildLimitMs, cwd: root, env, output: openLog(logFile) });
  } catch (error) {
    throw new Error(`the pages could not be built: ${reasonOf(error)}\n${lastLines(logFile, 20, from)}`, {
      cause: error,
    });
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, hash);
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  const viteConfigs = readdirSync(root).filter((name) => name.startsWith('vite.'));
  for (const source of [...sources, ...viteConfigs]) {
    for (const file of filesIn(source))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function hasScript(name: string): boolean {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts?: Record<string, string> };
  return manifest.scripts?.[name] !== undefined;
}
