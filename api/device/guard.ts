import { createHash } from 'node:crypto';
import type { BlockList } from 'node:net';
import type { Context } from 'hono';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { PublicKey } from '../../contracts/devices.ts';
import type { DeviceDoc } from '../../store/documents.ts';
import { takeProof } from '../../store/devices.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { origin } from '../guards.ts';
import type { Caller, Guard } from '../mount.ts';
import { orRefuse, refuse } from '../problem.ts';
import { isOurs } from './our-addresses.ts';

/** D-03. */
const skewSeconds = 60;

const Claims = z.object({
  jti: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  bsh: z.string(),
});

export interface Proof {
  thumbprint: string;
  jti: string;
}

/**
 * Reads the DPoP proof of a request (RFC 9449 §4.3), bound to method, URL and body. Key type decides the algorithm: P-256, ES256,
 * nothing else (D-01).
 */
export async function readProof(c: Context, deps: Pick<ApiDependencies, 'database' | 'settings'>): Promise<Proof> {
  const header = c.req.header('dpop');
  if (header === undefined || header.length > 4_096) return refuse('proof-invalid');
  const verified = await jwtVerify(header, EmbeddedJWK, { algorithms: ['ES256'], typ: 'dpop+jwt' }).catch(() =>
    refuse('proof-invalid'),
  );
  const key = PublicKey.safeParse(verified.protectedHeader.jwk);
  const claims = Claims.safeParse(verified.payload);
  if (!key.success || !claims.success) return refuse('proof-invalid');
  const { jti, htm, htu, iat, bsh } = claims.data;
  const body = createHash('sha256')
    .update(await c.req.text())
    .digest('base64url');
  const isBound = htm === c.req.method && URL.canParse(htu) && htu === new URL(c.req.path, htu).href && bsh === body;
  if (!isBound || Math.abs(Date.now() / 1000 - iat) > skewSeconds) return refuse('proof-invalid');
  if (!(await isOurs(deps, new URL(htu).origin))) return refuse('proof-invalid');
  return { thumbprint: await calculateJwkThumbprint(key.data), jti };
}

export interface DeviceCaller extends Caller {
  device: DeviceDoc;
  accountId: string;
}

/** The device that signed the request; each proof is taken once. */
export function deviceGuard(
  deps: Pick<ApiDependencies, 'database' | 'settings'>,
  trusted: BlockList,
): Guard<DeviceCaller> {
  return async (c) => {
    const proof = await readProof(c, deps);
    const from = origin(c, trusted);
    const device = orRefuse(await takeProof(deps.database, proof.thumbprint, proof.jti, from.address));
    return {
      // About to get an identity, and nothing more than that.
      role: device.state === 'restoring' ? 'restoring-device' : 'device',
      actor: { kind: 'device', id: device._id, session: proof.jti.slice(0, 22), ...from },
      device,
      accountId: device.accountId,
    };
  };
}

/** A device that gets an identity back sees that one recovery; any other is as if it were missing. */
export function seesOnly({ device }: DeviceCaller, recoveryId: string): void {
  if (device.state === 'restoring' && device.restoring !== recoveryId) refuse('not-found');
}
