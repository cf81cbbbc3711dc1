import { z } from 'zod';
import { restoringKinds } from '../domain/restoration.ts';
import { Installation, PublicKey } from './devices.ts';
import { Recovery } from './recoveries.ts';
import { DeviceSummary, ServiceSummary } from './tokens.ts';
import {
  ChallengeProof,
  Instant,
  RecoveryId,
  RestoreAttemptId,
  SignInId,
  SignInState,
  TokenId,
  TokenState,
} from './words.ts';

/** What a device is asked to sign with the key of its identity, after access protection (D-02). */
export const ChallengePurpose = z
  .enum([
    'create-identity',
    'issue-restore-code',
    'show-restore-code',
    'disable-restoration',
    'start-pairing',
    'confirm-pairing',
    'unpair-device',
  ])
  .meta({ id: 'ChallengePurpose', example: 'issue-restore-code' });
export type ChallengePurpose = z.infer<typeof ChallengePurpose>;

export const AskChallenge = z.strictObject({ purpose: ChallengePurpose }).meta({ id: 'AskChallenge' });
export const Challenge = z
  .strictObject({
    challenge: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43}$/)
      .meta({ description: '256 random bits, for one use', example: 'q7E2o0bT0H6Jd3C5f9gkQyq7E2o0bT0H6Jd3C5f9gkQ' }),
    expiresAt: Instant,
  })
  .meta({ id: 'Challenge' });
export type Challenge = z.infer<typeof Challenge>;

/** Verification of identity: the challenge, signed with the identity's key on this device. */
export const Verified = z.strictObject({ proof: ChallengeProof }).meta({ id: 'Verified' });

/** Guide 001, "create an ID": a key pair made on this device, with a signature that shows that it is held. */
export const CreateIdentity = z
  .strictObject({ publicKey: PublicKey, proof: ChallengeProof })
  .meta({ id: 'CreateIdentity' });

export const Restoration = z
  .strictObject({
    isAllowed: z.boolean().meta({ description: 'False where the administrator has switched restoration off' }),
    isActive: z.boolean().meta({ description: 'A restore code is kept, so that this identity can be restored' }),
    mustStoreCode: z.boolean().meta({
      description: 'Restored a moment ago, or demanded by the administrator: a new restore code has to be stored now',
    }),
    isPromptDue: z.boolean().meta({ description: 'Ask "Back up your identity" now' }),
    mayShowCode: z.boolean().meta({ description: 'False where codes are stored so that nobody can read them back' }),
    codeIssuedAt: Instant.nullable(),
  })
  .meta({ id: 'Restoration' });
export type Restoration = z.infer<typeof Restoration>;

/** The identity of the account, as a device of it sees it. */
export const Identity = z
  .strictObject({
    id: TokenId,
    name: z.string().meta({ description: 'The user name', example: 'ana' }),
    serial: z.string().meta({ example: '7Q2M9F3A-1EC' }),
    state: TokenState,
    isHere: z.boolean().meta({ description: 'This device has a key of it' }),
    devices: z.int().meta({ description: 'On how many devices it is', example: 2 }),
    signIns: z.int().meta({ example: 6 }),
    restoration: Restoration,
    recovery: RecoveryId.nullable().meta({ description: 'The open restore or duplication, if any' }),
  })
  .meta({ id: 'Identity' });
export type Identity = z.infer<typeof Identity>;

/** Shown once, to be kept: by copying, downloading or printing. */
export const RestoreCodeShown = z
  .strictObject({
    code: z.string().meta({ example: '7Q2M-9F3A-1ECK-0TZ4-K' }),
    isConfirmed: z.boolean().meta({ description: 'False until its last group was typed' }),
    issuedAt: Instant,
  })
  .meta({ id: 'RestoreCodeShown' });
export type RestoreCodeShown = z.infer<typeof RestoreCodeShown>;
export const ConfirmRestoreCode = z
  .strictObject({
    lastGroup: z.string().min(1).max(16).meta({ description: 'What follows the third hyphen', example: '0TZ4-K' }),
  })
  .meta({ id: 'ConfirmRestoreCode' });

/** A sign-in that waits for this device: the right one of three numbers approves it. */
export const WaitingSignIn = z
  .strictObject({
    id: SignInId,
    service: ServiceSummary,
    place: z
      .string()
      .nullable()
      .meta({ description: 'Where it comes from, as the service says', example: 'Bilbao, Firefox' }),
    choices: z
      .array(z.string().regex(/^[0-9]{2}$/))
      .length(3)
      .meta({ example: ['07', '42', '86'] }),
    challenge: z.string().meta({ example: 'q7E2o0bT0H6Jd3C5f9gkQyq7E2o0bT0H6Jd3C5f9gkQ' }),
    expiresAt: Instant,
  })
  .meta({ id: 'WaitingSignIn' });
export type WaitingSignIn = z.infer<typeof WaitingSignIn>;
export const WaitingSignIns = z.strictObject({ signIns: z.array(WaitingSignIn) }).meta({ id: 'WaitingSignIns' });

/** What a relying service asks. */
export const StartSignIn = z
  .strictObject({
    userName: z.string().trim().min(1).max(254).meta({ example: 'ana' }),
    place: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .optional()
      .meta({ description: 'Shown to the person', example: 'Bilbao, Firefox' }),
  })
  .meta({ id: 'StartSignIn' });
export const StartedSignIn = z
  .strictObject({
    id: SignInId,
    number: z.string().meta({ description: 'Show it: the person picks it in the app', example: '42' }),
    expiresAt: Instant,
  })
  .meta({ id: 'StartedSignIn' });
export const SignIn = z.strictObject({ id: SignInId, state: SignInState, expiresAt: Instant }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const RestoringKind = z.enum(restoringKinds).meta({ id: 'RestoringKind', example: 'restore' });

/** *Restore old ID*: who it is about. Answered alike whether or not there is such an identity (E-01). */
export const StartRestore = z
  .strictObject({ userName: z.string().trim().min(1).max(254).meta({ example: 'ana' }), kind: RestoringKind })
  .meta({ id: 'StartRestore' });
export const RestoreAttempt = z
  .strictObject({ id: RestoreAttemptId, attemptsLeft: z.int().meta({ example: 5 }), expiresAt: Instant })
  .meta({ id: 'RestoreAttempt' });
export type RestoreAttempt = z.infer<typeof RestoreAttempt>;

export const EnterRestoreCode = z
  .strictObject({
    code: z.string().min(1).max(64).meta({ example: '7q2m 9f3a 1eck 0tz4 d' }),
    ...Installation,
  })
  .meta({ id: 'EnterRestoreCode' });

/** *Show QR code* on the old device. */
export const StartPairing = z.strictObject({ kind: RestoringKind, proof: ChallengeProof }).meta({ id: 'StartPairing' });
export const Pairing = z
  .strictObject({
    recovery: Recovery,
    qr: z.url().meta({
      description: 'Draw it as a QR code; it lives two minutes and works once',
      example: 'http://localhost:8082/#/pair?recovery=rec_b3BlbnNlc2FtZW9wZW5zZQ&secret=AAAAAAAAAAAAAAAAAAAAAAAAAAA',
    }),
  })
  .meta({ id: 'Pairing' });
export type Pairing = z.infer<typeof Pairing>;
export const ScanPairing = z
  .strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{27}$/), ...Installation })
  .meta({ id: 'ScanPairing' });

/** Where a restoring device belongs once its restore code or QR code was right. */
export const Restoring = z
  .strictObject({ recovery: Recovery, userName: z.string().meta({ example: 'ana' }), device: DeviceSummary })
  .meta({ id: 'Restoring' });
export type Restoring = z.infer<typeof Restoring>;

/** A device that has the identity. */
export const IdentityDevice = DeviceSummary.extend({
  pairedAt: Instant,
  lastUsedAt: Instant.nullable().meta({ description: 'Its last approved sign-in' }),
  lastSeenAt: Instant,
  lastAddress: z.string().meta({ example: '192.0.2.7' }),
  isThisDevice: z.boolean(),
}).meta({ id: 'IdentityDevice' });
export type IdentityDevice = z.infer<typeof IdentityDevice>;
export const IdentityDevices = z.strictObject({ devices: z.array(IdentityDevice) }).meta({ id: 'IdentityDevices' });

const confirmLast = z
  .boolean()
  .default(false)
  .meta({ description: 'Said by the person after being warned that it is the last one' });
export const UnpairByDevice = z.strictObject({ proof: ChallengeProof, confirmLast }).meta({ id: 'UnpairByDevice' });
export const UnpairByOwner = z
  .strictObject({ password: z.string().min(1).max(128).meta({ example: 'correct horse battery' }), confirmLast })
  .meta({ id: 'UnpairByOwner' });

/** Says that this address is a Latchkey, and what it offers: for *Restore identity on other server*. */
export const WellKnown = z
  .strictObject({
    product: z.literal('latchkey'),
    api: z.literal('v1'),
    device: z.url().meta({ description: 'Base URL of the device API', example: 'https://app.example.org' }),
    restoration: z.boolean().meta({ description: 'Whether identities can be restored here' }),
  })
  .meta({ id: 'WellKnown' });
export type WellKnown = z.infer<typeof WellKnown>;
