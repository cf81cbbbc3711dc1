import { spawn } from 'node:child_process';

export interface RunOptions {
  limitMs: number;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** a descriptor that the output goes to instead of into memory */
  output?: number;
}

/**
 * Runs a command to its end, with everything it starts.
 * @returns what it wrote to stdout
 * @throws Error with what it wrote last to stderr when it fails, or when `limitMs` have passed; `code` is ENOENT if there is no such command
 */
export function run(command: string, args: string[], options: RunOptions): Promise<string> {
  const { limitMs, cwd, env, output = 'pipe' } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output], detached: true });
    const written = { stdout: '', stderr: '' };
    child.stdout?.on('data', (data: Buffer) => (written.stdout += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (written.stderr += data.toString()));
    const endGroup = () => {
      endWithDescendants(child.pid);
    };
    process.once('exit', endGroup);
    const limit = setTimeout(() => {
      endGroup();
      reject(new Error(`no answer within ${String(limitMs / 1000)} s`));
    }, limitMs);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('exit', endGroup);
      clearTimeout(limit);
      if (code === 0) resolve(written.stdout);
      else reject(new Error(complaintIn(written.stderr) ?? `ended with ${String(code ?? signal)}`));
    });
  });
}

function endWithDescendants(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It was quicker and has ended by itself.
  }
}

function complaintIn(stderr: string): string | undefined {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1);
}
