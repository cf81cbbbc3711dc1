import { calculateJwkThumbprint } from 'jose';
import { Challenge, type ChallengePurpose } from '../../contracts/identities.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import type { Device } from '../../device-sdk/device.ts';
import { identityProof, type IdentityClaims } from '../../device-sdk/identity-proof.ts';
import { publicKeyOf } from '../../device-sdk/keys.ts';
import type { Cast } from '../../embedded/people/cast.ts';
import { accountHolderOf, type Holder } from '../../embedded/people/identity.ts';
import { asDevice, type Send } from './principals.ts';
import { keysOf } from './signed.ts';

/** An identity whose private key is in the hands of a test, to say with it what no app would. */
export interface HandMade {
  holder: Holder;
  send: Send;
  pair: CryptoKeyPair;
  token: string;
  /** What an app would sign. */
  claims: (purpose: ChallengePurpose, about?: string) => Promise<IdentityClaims>;
}

/** What a device is known by. */
export async function thumbprintOf(app: Device): Promise<string> {
  const { signing } = await keysOf(app);
  return calculateJwkThumbprint(await publicKeyOf(signing));
}

export function newKeyPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

export async function handMade(cast: Cast, name: string): Promise<HandMade> {
  const holder = await accountHolderOf(cast, name);
  const send = asDevice(cast, holder);
  const pair = await newKeyPair();
  const device = await thumbprintOf(holder.phone);
  const origin = cast.world.urls.device;
  const claims = async (token: string, purpose: ChallengePurpose, about = '') => {
    const asked = await send(deviceRoutes.askChallenge, { body: { purpose } });
    const { challenge } = Challenge.parse(await asked.json());
    return { purpose, origin, token, device, challenge, about };
  };
  const proof = await identityProof(pair.privateKey, await claims('', 'create-identity'), Date.now());
  const body = { publicKey: await publicKeyOf(pair), proof };
  const created = await send(deviceRoutes.createIdentity, { body });
  if (!created.ok) throw new Error(`no identity: ${await created.text()}`);
  const { id: token } = (await created.json()) as { id: string };
  return { holder, send, pair, token, claims: (purpose, about) => claims(token, purpose, about) };
}
