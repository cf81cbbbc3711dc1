import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { KeyText } from '../../temporal/data-converter.ts';

/** NOT A SECRET. For recorded histories of invented people only, so that they can be replayed anywhere. */
export const recordingKeys: KeyText[] = [
  { id: 'recordings', key: Buffer.alloc(32, 'latchkey recordings').toString('base64') },
];

export const historiesFolder = fileURLToPath(new URL('histories/', import.meta.url));

export interface Recorded {
  name: string;
  workflowId: string;
  history: ReturnType<typeof historyFromJSON>;
}

/** Every recorded history, as `<flow>-<ending>`. */
export function recordedHistories(): Recorded[] {
  const files = readdirSync(historiesFolder).filter((file) => file.endsWith('.json'));
  return files.map((file) => {
    const { workflowId, history } = JSON.parse(readFileSync(`${historiesFolder}${file}`, 'utf8')) as {
      workflowId: string;
      history: unknown;
    };
    return { name: file.replace('.json', ''), workflowId, history: historyFromJSON(history) };
  });
}
