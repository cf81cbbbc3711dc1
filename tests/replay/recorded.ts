import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';
import type { KeyText } from '../../temporal/data-converter.ts';

const { History } = proto.temporal.api.history.v1;
type History = ReturnType<typeof History.fromObject>;

/** NOT A SECRET. For recorded histories of invented people only, so that they can be replayed anywhere. */
export const recordingKeys: KeyText[] = [
  { id: 'recordings', key: Buffer.alloc(32, 'latchkey recordings').toString('base64') },
];

export const historiesFolder = fileURLToPath(new URL('histories/', import.meta.url));

export interface Recorded {
  name: string;
  workflowId: string;
  history: History;
}

/** Every recorded history, as `<flow>-<ending>`. */
export function recordedHistories(): Recorded[] {
  const files = readdirSync(historiesFolder).filter((file) => file.endsWith('.json'));
  return files.map((file) => {
    const { workflowId, history } = JSON.parse(readFileSync(`${historiesFolder}${file}`, 'utf8')) as {
      workflowId: string;
      history: Record<string, unknown>;
    };
    return { name: file.replace('.json', ''), workflowId, history: History.fromObject(history) };
  });
}

export function asJson(workflowId: string, history: Parameters<typeof History.encode>[0]): string {
  const plain = History.toObject(History.fromObject(history), { bytes: String, longs: String, enums: String });
  return `${JSON.stringify({ workflowId, history: plain }, null, 1)}\n`;
}
