/** A short text that only this installation can read: whoever copies the record without its key learns nothing. */
export interface SealedText {
  /** AES-256-GCM, not extractable. */
  key: CryptoKey;
  iv: Uint8Array<ArrayBuffer>;
  sealed: Uint8Array<ArrayBuffer>;
}

export async function sealText(text: string): Promise<SealedText> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  return { key, iv, sealed: new Uint8Array(sealed) };
}

export async function openText({ key, iv, sealed }: SealedText): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed));
}
