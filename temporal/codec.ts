import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import proto from '@temporalio/proto';

const encoding = 'binary/encrypted';
const nonceBytes = 12;
const tagBytes = 16;
const { Payload: PayloadProto } = proto.temporal.api.common.v1;

/**
 * Encrypts every payload that goes to Temporal (security.md W-01…W-03): AES-256-GCM, the key's id beside it for rotation, and the
 * workflow it belongs to bound in, so that no payload can be moved to another workflow. What is not encrypted is refused.
 */
export class EncryptingCodec implements PayloadCodec {
  private readonly current: { id: string; key: Uint8Array };

  /** @param keys the first encrypts, all of them decrypt */
  constructor(private readonly keys: readonly { id: string; key: Uint8Array }[]) {
    const [first] = keys;
    if (first === undefined) throw new Error('LATCHKEY_PAYLOAD_KEYS holds no key');
    this.current = first;
  }

  encode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.encrypt(payload, context)));
  }

  decode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.decrypt(payload, context)));
  }

  private encrypt(payload: Payload, context?: SerializationContext): Payload {
    const { id, key } = this.current;
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(id, context));
    const plain = PayloadProto.encode(payload).finish();
    return {
      metadata: { encoding: Buffer.from(encoding), kid: Buffer.from(id) },
      data: Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]),
    };
  }

  private decrypt(payload: Payload, context?: SerializationContext): Payload {
    const data = payload.data;
    if (text(payload.metadata?.['encoding']) !== encoding || !data)
      throw new Error('a payload from Temporal is not encrypted: refused');
    const kid = text(payload.metadata?.['kid']);
    const key = this.keys.find(({ id }) => id === kid);
    if (key === undefined) throw new Error(`the key "${kid}" is not in LATCHKEY_PAYLOAD_KEYS`);
    const decipher = createDecipheriv('aes-256-gcm', key.key, data.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(boundTo(kid, context))
      .setAuthTag(data.subarray(data.length - tagBytes));
    return PayloadProto.decode(
      Buffer.concat([decipher.update(data.subarray(nonceBytes, data.length - tagBytes)), decipher.final()]),
    );
  }
}

function boundTo(kid: string, context?: SerializationContext): Buffer {
  return Buffer.from(`${kid}|${context?.workflowId ?? ''}`);
}

function text(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}
