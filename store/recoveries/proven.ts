import type { PublicKey } from '../../contracts/devices.ts';

/** A token whose new seed the device has proved to hold. */
export interface ProvenSeed {
  tokenId: string;
  seed: Uint8Array;
  /** The moving factor of the proof: only later ones are accepted from now on. */
  factor: number;
}

/** An identity whose new key pair the device has proved to hold. */
export interface ProvenKey {
  tokenId: string;
  publicKey: PublicKey;
  thumbprint: string;
}

export type ProvenToken = ProvenSeed | ProvenKey;
