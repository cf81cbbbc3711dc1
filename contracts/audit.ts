import { z } from 'zod';
import { ActorKind, Instant, StaffRole } from './words.ts';

export const AuditRecord = z
  .strictObject({
    id: z.string().meta({ example: 'rec_b3BlbnNlc2FtZW9wZW5zZQ/3' }),
    at: Instant,
    what: z.string().meta({ example: 'recovery.mail-code-accepted' }),
    actor: z.strictObject({
      kind: ActorKind,
      id: z.string(),
      role: StaffRole.optional(),
      address: z.string().optional(),
      session: z.string().optional(),
      requestId: z.string().optional(),
    }),
    object: z.strictObject({ kind: z.string().meta({ example: 'recovery' }), id: z.string() }),
    account: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
    reason: z.string().optional(),
    sealed: z.boolean().meta({ description: 'Whether a signed seal covers it yet' }),
  })
  .meta({ id: 'AuditRecord' });
export type AuditRecord = z.infer<typeof AuditRecord>;

export const AuditQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  object: z.string().max(64).optional(),
  account: z.string().max(64).optional(),
  what: z
    .string()
    .max(64)
    .regex(/^[a-z.-]+$/)
    .optional(),
});
export const AuditPage = z.strictObject({ rows: z.array(AuditRecord), total: z.int() }).meta({ id: 'AuditPage' });

export const AuditVerification = z
  .strictObject({
    isIntact: z.boolean(),
    seals: z.int().meta({ example: 41 }),
    records: z.int().meta({ example: 3_801 }),
    unsealed: z.int().meta({ description: 'Written since the last seal', example: 3 }),
    fault: z
      .strictObject({
        seal: z.int(),
        record: z.string().optional(),
        what: z.string().meta({ example: 'record-altered' }),
      })
      .nullable(),
  })
  .meta({ id: 'AuditVerification' });
