import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload, type SerializationContext } from '@temporalio/common';
import { expect, test } from 'vitest';
import { EncryptingCodec } from './codec.ts';

const older = { id: 'k1', key: randomBytes(32) };
const newer = { id: 'k2', key: randomBytes(32) };
const here: SerializationContext = { type: 'workflow', namespace: 'default', workflowId: 'rec_a' };
const there: SerializationContext = { ...here, workflowId: 'rec_b' };
const plain = (): Payload => defaultPayloadConverter.toPayload({ canary: 'k4n4ry' });

async function encoded(codec: EncryptingCodec, context = here): Promise<Payload> {
  const [payload] = await codec.encode([plain()], context);
  if (payload === undefined) throw new Error('nothing was encoded');
  return payload;
}

test('W-01 a payload comes back as it was, and its text stands nowhere in what Temporal keeps', async () => {
  const codec = new EncryptingCodec([older]);
  const payload = await encoded(codec);
  expect(Buffer.from(payload.data ?? []).includes('k4n4ry')).toBe(false);
  const [decoded] = await codec.decode([payload], here);
  expect(defaultPayloadConverter.fromPayload(decoded ?? {})).toEqual({ canary: 'k4n4ry' });
});

test('W-02 a payload in clear is refused, also when it claims to be encrypted', async () => {
  const codec = new EncryptingCodec([older]);
  await expect(async () => codec.decode([plain()], here)).rejects.toThrow('not encrypted: refused');
  const pretending = { ...plain(), metadata: { encoding: Buffer.from('binary/encrypted'), kid: Buffer.from('k1') } };
  await expect(async () => codec.decode([pretending], here)).rejects.toThrow();
});

test('W-02 a payload of another workflow is refused', async () => {
  const codec = new EncryptingCodec([older]);
  const payload = await encoded(codec);
  await expect(async () => codec.decode([payload], there)).rejects.toThrow();
  await expect(async () => codec.decode([payload])).rejects.toThrow();
});

test('W-02 a payload with any byte changed is refused', async () => {
  const codec = new EncryptingCodec([older]);
  const payload = await encoded(codec);
  for (let at = 0; at < (payload.data?.length ?? 0); at += 7) {
    const data = Buffer.from(payload.data ?? []);
    data[at] = (data[at] ?? 0) ^ 1;
    await expect(async () => codec.decode([{ ...payload, data }], here)).rejects.toThrow();
  }
});

test('W-03 with a new key first, old payloads open and new ones are sealed with the new key', async () => {
  const before = await encoded(new EncryptingCodec([older]));
  const rotated = new EncryptingCodec([newer, older]);
  expect(await rotated.decode([before], here)).toHaveLength(1);
  const after = await encoded(rotated);
  expect(Buffer.from(after.metadata?.['kid'] ?? []).toString()).toBe('k2');
  await expect(async () => new EncryptingCodec([older]).decode([after], here)).rejects.toThrow(
    'the key "k2" is not in',
  );
});

test('W-03 the id of a key cannot be changed to that of another', async () => {
  const payload = await encoded(new EncryptingCodec([older]));
  const renamed = { ...payload, metadata: { ...payload.metadata, kid: Buffer.from('k2') } };
  await expect(async () => new EncryptingCodec([{ ...older, id: 'k2' }]).decode([renamed], here)).rejects.toThrow();
});

test('K-03 without a key there is no codec', () => {
  expect(() => new EncryptingCodec([])).toThrow('holds no key');
});
