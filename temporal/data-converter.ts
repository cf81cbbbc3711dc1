import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { EncryptingCodec } from './codec.ts';

export interface KeyText {
  id: string;
  /** 32 bytes in base64. */
  key: string;
}

/** Keys as the environment tells them, as bytes. */
export function keysFrom(texts: readonly KeyText[]): { id: string; key: Uint8Array }[] {
  return texts.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') }));
}

/** What every client and worker of Latchkey must use. */
export function encryptingDataConverter(keys: readonly KeyText[]): DataConverter {
  return {
    payloadCodecs: [new EncryptingCodec(keysFrom(keys))],
    failureConverterPath: fileURLToPath(new URL('./failure-converter.ts', import.meta.url)),
  };
}
