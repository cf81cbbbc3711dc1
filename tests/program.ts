import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../embedded/root.ts';
import { programEnvironment } from '../embedded/world-settings.ts';

export interface Ended {
  code: number | null;
  /** On standard output and standard error. */
  said: string;
}

/**
 * Starts a program of ours, and tells how it ended and what it said.
 * @param entry its file, from the checkout's root
 */
export function ends(entry: string, settings: Record<string, string>, ...args: string[]): Promise<Ended> {
  const program = spawn(process.execPath, ['--import', 'tsx', join(root, entry), ...args], {
    cwd: root,
    env: programEnvironment(settings),
  });
  let said = '';
  program.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    program.once('close', (code) => {
      resolve({ code, said });
    });
  });
}
