import { z } from 'zod';
import { DeviceSummary, ServiceSummary } from './tokens.ts';
import {
  ChallengeProof,
  DeviceId,
  Email,
  EndReason,
  Instant,
  Otp,
  OtpType,
  RecoveryId,
  RecoveryKind,
  TokenId,
} from './words.ts';

/** A public P-256 key (RFC 7517), without private or other members (D-01). */
export const PublicKey = z
  .strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  })
  .meta({
    id: 'PublicKey',
    example: {
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
    },
  });
export type PublicKey = z.infer<typeof PublicKey>;

/**
 * Signing in an installation of the app. The request carries a DPoP proof (RFC 9449) by the key that will sign every later call;
 * `encryptionKey` is the one that seeds are encrypted to.
 */
export const SignInDevice = z
  .strictObject({
    email: Email,
    password: z.string().min(1).max(128).meta({ example: 'correct horse battery' }),
    encryptionKey: PublicKey,
    model: z.string().trim().min(1).max(60).meta({ example: 'iPhone12,3' }),
    platformId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,64}$/)
      .optional()
      .meta({
        description: 'An identifier that survives a reinstallation, where the platform has one',
        example: 'a1b2c3d4e5f60718',
      }),
  })
  .meta({ id: 'SignInDevice' });
export type SignInDevice = z.infer<typeof SignInDevice>;

export const KnownDevice = DeviceSummary.extend({
  lastSeenAt: Instant,
  tokens: z.int().meta({ description: 'How many tokens it holds', example: 2 }),
  isThisDevice: z.boolean().meta({ description: 'Known again by its platform identifier' }),
}).meta({ id: 'KnownDevice' });
export type KnownDevice = z.infer<typeof KnownDevice>;

export const SignedInDevice = z
  .strictObject({
    device: DeviceSummary,
    userName: z.string().meta({ example: 'ana' }),
    knownDevices: z.array(KnownDevice).meta({
      description: 'Other devices of the account that hold tokens: ask whether this is one of them, reinstalled',
    }),
  })
  .meta({ id: 'SignedInDevice' });
export type SignedInDevice = z.infer<typeof SignedInDevice>;

/** A token on this device, as the server knows it; the seed is never among it (T-08). */
export const DeviceToken = z
  .strictObject({
    id: TokenId,
    serial: z.string().meta({ example: '7Q2M9F3A-1EC' }),
    type: OtpType,
    service: ServiceSummary,
    isUsable: z.boolean().meta({ description: 'False while the token is locked, disabled or suspended' }),
    isMigrating: z.boolean(),
  })
  .meta({ id: 'DeviceToken' });
export type DeviceToken = z.infer<typeof DeviceToken>;

/** Why a token is no longer on this device. The app shows it and wipes its copy (D-06). */
export const RemovedToken = z
  .strictObject({
    id: TokenId,
    service: ServiceSummary,
    reason: EndReason,
    to: DeviceSummary.nullable(),
    at: Instant,
  })
  .meta({ id: 'RemovedToken' });
export type RemovedToken = z.infer<typeof RemovedToken>;

export const DeviceTokens = z
  .strictObject({ device: DeviceSummary, tokens: z.array(DeviceToken), removed: z.array(RemovedToken) })
  .meta({ id: 'DeviceTokens' });
export type DeviceTokens = z.infer<typeof DeviceTokens>;

/** A recovery that waits for this device to say *Done*. */
export const Waiting = z
  .strictObject({
    recovery: RecoveryId,
    kind: RecoveryKind,
    until: Instant,
    tokens: z.array(
      z.strictObject({
        id: TokenId,
        serial: z.string().meta({ example: '7Q2M9F3A-1EC' }),
        type: OtpType,
        service: ServiceSummary,
        sealedSeed: z.string().meta({
          description:
            'Compact JWE (ECDH-ES, A256GCM; RFC 7516) of the 20-byte seed, for this device alone; worth nothing until proved',
          example: 'eyJhbGciOiJFQ0RILUVTIn0..',
        }),
      }),
    ),
    identity: z
      .strictObject({
        id: TokenId,
        name: z.string().meta({ description: 'The user name', example: 'ana' }),
        challenge: z.string().meta({
          description: 'To be signed with the new key, as proof that it is held',
          example: 'q7E2o0bT0H6Jd3C5f9gkQyq7E2o0bT0H6Jd3C5f9gkQ',
        }),
      })
      .nullable()
      .meta({ description: 'The identity that comes to this device, instead of tokens' }),
  })
  .meta({ id: 'Waiting' });
export type Waiting = z.infer<typeof Waiting>;

export const WaitingList = z.strictObject({ waiting: z.array(Waiting) }).meta({ id: 'WaitingList' });
export type WaitingList = z.infer<typeof WaitingList>;

/**
 * *Done*: one code from each new seed, which proves that it arrived (T-03); HOTP tokens prove with counter 0. An identity proves
 * itself by its new key's signature.
 */
export const Claim = z
  .strictObject({
    proofs: z
      .array(
        z.union([
          z.strictObject({ token: TokenId, otp: Otp }),
          z.strictObject({ token: TokenId, publicKey: PublicKey, proof: ChallengeProof }),
        ]),
      )
      .min(1)
      .max(50),
  })
  .meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;

export const Claimed = z.strictObject({ recovery: RecoveryId, tokens: z.array(TokenId) }).meta({ id: 'Claimed' });
export type Claimed = z.infer<typeof Claimed>;

/** "Yes, this is that device": brings back what the former installation held (guide 000, reinstalled app). */
export const StartReload = z.strictObject({ formerDevice: DeviceId }).meta({ id: 'StartReload' });

/** An installation that something comes to and that need not be known yet. Its signing key is that of the request's DPoP proof. */
export const Installation = {
  encryptionKey: PublicKey,
  model: z.string().trim().min(1).max(60).meta({ example: 'iPhone12,3' }),
  platformId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,64}$/)
    .optional()
    .meta({ example: 'a1b2c3d4e5f60718' }),
};
