import { base64url, calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';

export interface CheckedProof {
  jti: string;
  htm: string;
  htu: string;
  iat: number;
  bsh: string;
  /** RFC 7638 thumbprint of the key that signed. */
  thumbprint: string;
  header: { typ?: string; alg?: string; jwk?: unknown };
}

/** Verifies a proof as a server would (RFC 9449 §4.3), by the key in its header. @throws JOSEError when it does not verify */
export async function checkedProof(proof: string): Promise<CheckedProof> {
  const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
    typ: 'dpop+jwt',
    algorithms: ['ES256'],
    currentDate: new Date(0),
  });
  const { jti, htm, htu, iat, bsh } = payload;
  const { jwk } = protectedHeader;
  if (jwk === undefined || typeof htm !== 'string' || typeof htu !== 'string' || typeof bsh !== 'string') {
    throw new Error('a claim is missing');
  }
  const thumbprint = await calculateJwkThumbprint(jwk);
  return { jti: jti ?? '', htm, htu, iat: iat ?? 0, bsh, thumbprint, header: protectedHeader };
}

export async function digestOf(body: string): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))));
}
