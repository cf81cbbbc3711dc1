import { z } from 'zod';
import {
  actorKinds,
  awaitedParties,
  endReasons,
  mailStates,
  otpTypes,
  recoveryKinds,
  recoveryStates,
  recoveryWays,
  signInStates,
  staffRoles,
  tokenStates,
  tokenTypes,
  troubleCauses,
} from '../domain/words.ts';
import { ownActions, recoveryActions, tokenActions } from '../domain/actions.ts';
import { stepIds } from '../domain/guides.ts';

export const RecoveryKind = z.enum(recoveryKinds).meta({ id: 'RecoveryKind', example: 'migration' });
export const RecoveryWay = z.enum(recoveryWays).meta({ id: 'RecoveryWay', example: 'code' });
export const RecoveryState = z.enum(recoveryStates).meta({ id: 'RecoveryState', example: 'awaiting-device' });
export const StepId = z.enum(stepIds).meta({ id: 'StepId', example: 'await-device' });
export const TokenType = z.enum(tokenTypes).meta({ id: 'TokenType', example: 'totp' });
export const OtpType = z.enum(otpTypes).meta({ id: 'OtpType', example: 'totp' });
export const EndReason = z.enum(endReasons).meta({ id: 'EndReason', example: 'moved' });
export const SignInState = z.enum(signInStates).meta({ id: 'SignInState', example: 'pending' });
export const TokenState = z.enum(tokenStates).meta({ id: 'TokenState', example: 'active' });
export const TokenAction = z.enum(tokenActions).meta({ id: 'TokenAction', example: 'migrate' });
export const RecoveryAction = z.enum(recoveryActions).meta({ id: 'RecoveryAction', example: 'cancel' });
export const OwnAction = z.enum(ownActions).meta({ id: 'OwnAction', example: 'enter-code' });
export const StaffRole = z.enum(staffRoles).meta({ id: 'StaffRole', example: 'agent' });
export const AwaitedParty = z.enum(awaitedParties).meta({ id: 'AwaitedParty', example: 'device' });
export const ActorKind = z.enum(actorKinds).meta({ id: 'ActorKind', example: 'account-holder' });
export const MailState = z.enum(mailStates).meta({ id: 'MailState', example: 'accepted' });
export const TroubleCause = z.enum(troubleCauses).meta({ id: 'TroubleCause', example: 'deadline-passed' });

const idOf = (prefix: string, name: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9_-]{22}$`))
    .meta({ id: name, example: `${prefix}_b3BlbnNlc2FtZW9wZW5zZQ` });

export const AccountId = idOf('acc', 'AccountId');
export const ServiceId = idOf('svc', 'ServiceId');
export const SignInId = idOf('sgn', 'SignInId');
export const RestoreAttemptId = idOf('res', 'RestoreAttemptId');
export const ApprovalId = idOf('apr', 'ApprovalId');
export const CertificateId = idOf('crt', 'CertificateId');
export const TokenId = idOf('tok', 'TokenId');
export const DeviceId = idOf('dev', 'DeviceId');
export const RecoveryId = idOf('rec', 'RecoveryId');
export const StaffId = idOf('stf', 'StaffId');

/** RFC 3339 in UTC with milliseconds. */
export const Instant = z.iso.datetime().meta({ id: 'Instant', example: '2026-11-22T09:30:00.000Z' });

/** One address and nothing else: no list, no display name, no line break (E-04). */
export const Email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase())
  .meta({ id: 'Email', example: 'ana@example.org' });
export const EmailShown = z.string().meta({ example: 'ana@example.org' });
export const Password = z.string().min(12).max(128).meta({ example: 'correct horse battery' });

/** As a person types it: digits, blanks and hyphens; judged by the server, never by shape alone. */
export const TypedCode = z.string().min(1).max(32).meta({ id: 'TypedCode', example: '123 456' });
export const Otp = z
  .string()
  .regex(/^[0-9]{6,8}$/)
  .meta({ id: 'Otp', example: '755224' });
export const Reason = z
  .string()
  .trim()
  .min(5)
  .max(500)
  .meta({ id: 'Reason', example: 'Caller says that the message never arrived' });

/** A challenge, signed with the key of an identity: a compact JWS (RFC 7515), ES256. Its claims stand in device-sdk/identity-proof.ts. */
export const ChallengeProof = z
  .string()
  .regex(/^[A-Za-z0-9_-]{10,1000}\.[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{86}$/)
  .meta({
    id: 'ChallengeProof',
    example: `eyJhbGciOiJFUzI1NiJ9.eyJwdXJwb3NlIjoic2lnbi1pbiJ9.${'A'.repeat(86)}`,
  });
