import { base64url, SignJWT } from 'jose';
import { publicKeyOf, randomId } from './keys.ts';

/**
 * A DPoP proof (RFC 9449 §4.2) for one request, to be sent once.
 * @param request `url` absolute; its query and fragment are left out of `htu` (§4.2)
 * @param now server time, ms
 * @returns compact JWS with claims jti, htm, htu, iat and `bsh`: base64url SHA-256 of the body's bytes, of none when absent
 */
export async function proofFor(
  signing: CryptoKeyPair,
  request: { method: string; url: string; body?: string },
  now: number,
): Promise<string> {
  const url = new URL(request.url);
  const body = new TextEncoder().encode(request.body ?? '');
  const digest = await crypto.subtle.digest('SHA-256', body);
  return new SignJWT({
    htm: request.method,
    htu: `${url.origin}${url.pathname}`,
    bsh: base64url.encode(new Uint8Array(digest)),
  })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: await publicKeyOf(signing) })
    .setJti(randomId())
    .setIssuedAt(Math.floor(now / 1000))
    .sign(signing.privateKey);
}
