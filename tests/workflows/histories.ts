import proto from '@temporalio/proto';
import type { Stage } from './stage.ts';

const { History } = proto.temporal.api.history.v1;

/** A workflow's history with what it costs. */
export async function historyOf(stage: Stage, recoveryId: string) {
  const history = await stage.workflow(recoveryId).fetchHistory();
  const bytes = History.encode(history).finish().length;
  return { history, events: history.events?.length ?? 0, bytes, payloads: payloadsIn(history) };
}

interface Payload {
  metadata: Record<string, Uint8Array>;
  data?: Uint8Array;
}

/** Every payload in a history, wherever it stands; search attributes, which cannot be encrypted, left out. */
export function payloadsIn(node: unknown, name = ''): Payload[] {
  if (typeof node !== 'object' || node === null || name === 'searchAttributes') return [];
  if (isPayload(node)) return [node];
  return Object.entries(node).flatMap(([key, value]) => payloadsIn(value, key));
}

function isPayload(node: object): node is Payload {
  return (
    'metadata' in node && typeof node.metadata === 'object' && node.metadata !== null && 'encoding' in node.metadata
  );
}

export function encodingOf({ metadata }: Payload): string {
  return Buffer.from(metadata['encoding'] ?? []).toString('utf8');
}
