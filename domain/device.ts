/** A public P-256 key as a JWK (RFC 7517, RFC 7518 §6.2.1). */
export interface PublicJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

/** An installation that gets an identity and need not be known yet. Its `thumbprint` (RFC 7638) is that of the key that signs its calls. */
export interface NewDevice {
  id: string;
  thumbprint: string;
  encryptionKey: PublicJwk;
  model: string;
  shortId: string;
  platformId: string | null;
}
