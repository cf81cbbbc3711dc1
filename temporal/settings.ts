import { readSettings, type Settings } from '../contracts/settings.ts';

/** The settings of this process; half configured, it ends with one sentence and code 1 (K-03). */
export function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
