import { z } from 'zod';
import { transferGaps } from '../domain/transfer.ts';
import { Installation } from './devices.ts';
import { AccountId, Instant, Reason, RecoveryId, ServiceId, TokenId } from './words.ts';

export const TransferGap = z.enum(transferGaps).meta({ id: 'TransferGap', example: 'no-public-address' });

/** Whether the menu item *Transfer tokens* works, and exactly what is missing if not. */
export const TransferStatus = z
  .strictObject({
    isPossible: z.boolean(),
    missing: z.array(TransferGap),
    servicesOff: z.array(ServiceId).meta({ description: 'Tokens of these services may not be transferred' }),
  })
  .meta({ id: 'TransferStatus' });
export type TransferStatus = z.infer<typeof TransferStatus>;

/** *Transfer tokens*: those selected, all in one activation. */
export const StartTransfer = z
  .strictObject({
    tokens: z
      .array(TokenId)
      .min(1)
      .max(50)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'each token once' }),
  })
  .meta({ id: 'StartTransfer' });

/** What the message brought: scanned, or typed together with the user name. */
export const Activate = z
  .strictObject({
    by: z.union([
      z.strictObject({ recovery: RecoveryId, secret: z.string().regex(/^[A-Za-z0-9_-]{27}$/) }),
      z.strictObject({
        userName: z.string().trim().min(1).max(254).meta({ example: 'ana' }),
        code: z.string().min(1).max(64).meta({ example: '7q2m9-f3a1e-d' }),
      }),
    ]),
    ...Installation,
  })
  .meta({ id: 'Activate' });

/** The link of a strict policy's message: its page shows the QR code only when asked by its reader (M-01, M-02). */
export const OpenActivationPage = z
  .strictObject({ recovery: RecoveryId, secret: z.string().regex(/^[A-Za-z0-9_-]{27}$/) })
  .meta({ id: 'OpenActivationPage' });
export const ActivationPage = z
  .strictObject({
    qr: z.url().meta({ description: 'Draw it as a QR code', example: 'https://app.example.org/#/activate?recovery=…' }),
    code: z.string().meta({ example: '7Q2M9-F3A1E-D' }),
    userName: z.string().meta({ example: 'ana' }),
    until: Instant,
    services: z.array(z.string()).meta({ example: ['VPN'] }),
  })
  .meta({ id: 'ActivationPage' });
export type ActivationPage = z.infer<typeof ActivationPage>;

const settings = {
  isOn: z.boolean().meta({ description: 'Whether tokens can be transferred from the app at all' }),
  servicesOff: z.array(ServiceId).max(200).meta({ description: 'Services whose tokens may not be transferred' }),
  provisioning: z.enum(['online', 'offline']).meta({ description: 'Transfers need `online`', example: 'online' }),
  publicAddress: z
    .strictObject({
      host: z
        .string()
        .regex(
          /^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*|[0-9a-fA-F:]{2,45})$/,
        )
        .max(253)
        .meta({ description: 'FQDN or IP address', example: 'app.example.org' }),
      port: z.int().min(1).max(65_535).meta({ example: 443 }),
    })
    .nullable()
    .meta({ description: 'Of the mobile API, as phones reach it; asked whether it answers before it is saved' }),
  isMobileApiOn: z.boolean().meta({ description: 'Whether the mobile API takes part in transfers on its listener' }),
  isStrict: z.boolean().meta({ description: 'Mail a link to a page with the QR code instead of the code' }),
};

/** The administrator's settings of guide 002. Each change is a new version and takes effect at once. */
export const TransferPolicy = z
  .strictObject({
    ...settings,
    version: z.int().meta({ example: 3 }),
    changedAt: Instant.nullable(),
    changedBy: z.string().nullable().meta({ example: 'Adam Administrator' }),
    missing: z.array(TransferGap).meta({ description: 'What keeps transfers from working' }),
  })
  .meta({ id: 'TransferPolicy' });
export type TransferPolicy = z.infer<typeof TransferPolicy>;
export const ChangeTransferPolicy = z
  .strictObject({ ...settings, reason: Reason })
  .meta({ id: 'ChangeTransferPolicy' });

/** To another account (guide 002, "delete and reassign"): one guided action, both halves on record. */
export const ReassignToken = z
  .strictObject({
    account: AccountId.meta({ description: 'Who gets a new token of the same service' }),
    reason: Reason,
  })
  .meta({ id: 'ReassignToken' });
