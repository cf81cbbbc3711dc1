import { compactDecrypt } from 'jose';
import { importSeed } from './otp.ts';

/** RFC 4226 R6: 128 bits at least (T-01). */
const fewestBytes = 16;

/**
 * Opens a seed that was encrypted to this device (compact JWE, RFC 7516).
 * @throws JOSEError when it is not for this key or not of the agreed algorithms; Error when too short to be a seed
 */
export async function openSeed(sealedSeed: string, encryption: CryptoKeyPair): Promise<CryptoKey> {
  const { plaintext } = await compactDecrypt(sealedSeed, encryption.privateKey, {
    keyManagementAlgorithms: ['ECDH-ES'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  if (plaintext.length < fewestBytes) throw new Error(`a seed of ${String(plaintext.length)} bytes is too short`);
  return importSeed(
    new Uint8Array(plaintext.buffer, plaintext.byteOffset, plaintext.length) as Uint8Array<ArrayBuffer>,
  );
}
