import { z } from 'zod';
import {
  CertificateId,
  DeviceId,
  Instant,
  RecoveryId,
  RecoveryKind,
  RecoveryState,
  ServiceId,
  TokenAction,
  TokenId,
  TokenState,
  TokenType,
} from './words.ts';

export const DeviceSummary = z
  .strictObject({
    id: DeviceId,
    model: z.string().meta({ example: 'samsung SM-G970F' }),
    shortId: z.string().meta({ description: 'What people read out', example: '205831' }),
  })
  .meta({ id: 'DeviceSummary' });
export type DeviceSummary = z.infer<typeof DeviceSummary>;

export const ServiceSummary = z
  .strictObject({ id: ServiceId, name: z.string().meta({ example: 'Qualified Cloud Signature' }) })
  .meta({ id: 'ServiceSummary' });
export type ServiceSummary = z.infer<typeof ServiceSummary>;

export const CertificateSummary = z
  .strictObject({
    id: CertificateId,
    subject: z.string().meta({ example: 'Ana Ortiz' }),
    kind: z.string().meta({ example: 'Qualified certificate' }),
    expiresAt: Instant,
  })
  .meta({ id: 'CertificateSummary' });
export type CertificateSummary = z.infer<typeof CertificateSummary>;

/** One row of *Strong Authentication* (guide 000). */
export const PortalToken = z
  .strictObject({
    id: TokenId,
    maskedSerial: z.string().meta({ example: '*****-1EC' }),
    type: TokenType,
    state: TokenState,
    service: ServiceSummary,
    device: DeviceSummary.nullable(),
    certificates: z.array(CertificateSummary),
    actions: z.array(TokenAction).meta({ description: 'What may be done now; offer these and no others' }),
    recovery: z
      .strictObject({
        id: RecoveryId,
        kind: RecoveryKind,
        deadline: Instant,
        state: RecoveryState,
      })
      .nullable()
      .meta({ description: 'The open recovery that holds this token' }),
  })
  .meta({ id: 'PortalToken' });
export type PortalToken = z.infer<typeof PortalToken>;

export const PortalTokens = z
  .strictObject({
    tokens: z.array(PortalToken),
    devices: z.array(DeviceSummary).meta({ description: 'Choices of the filter ALL DEVICES' }),
    services: z.array(ServiceSummary).meta({ description: 'Choices of the filter ALL SERVICES' }),
  })
  .meta({ id: 'PortalTokens' });
export type PortalTokens = z.infer<typeof PortalTokens>;

export const PortalTokensQuery = z.strictObject({ device: DeviceId.optional(), service: ServiceId.optional() });
