import { z } from 'zod';
import { RecreationCase } from './recreation.ts';
import { DeviceSummary, ServiceSummary } from './tokens.ts';
import {
  AccountId,
  ActorKind,
  AwaitedParty,
  EmailShown,
  Instant,
  MailState,
  OwnAction,
  Reason,
  RecoveryAction,
  RecoveryId,
  RecoveryKind,
  RecoveryState,
  RecoveryWay,
  StaffRole,
  StepId,
  TokenId,
  TroubleCause,
  TypedCode,
} from './words.ts';

export const Step = z
  .strictObject({
    id: StepId,
    title: z.string().meta({ example: 'Enter the code and choose CONFIRM' }),
    standing: z.enum(['done', 'current', 'to-come']).meta({ example: 'current' }),
  })
  .meta({ id: 'Step' });

/** The challenge by mail, as far as it may be told. */
export const MailChallenge = z
  .strictObject({
    sentTo: z.string().meta({ description: 'Masked', example: 'a•••@example.org' }),
    issuedAt: Instant,
    expiresAt: Instant,
    attemptsLeft: z.int().meta({ example: 5 }),
    resendsLeft: z.int().meta({ example: 3 }),
    resendAt: Instant.meta({ description: 'When a new code may be asked for' }),
    mailState: MailState,
  })
  .meta({ id: 'MailChallenge' });

export type MailChallenge = z.infer<typeof MailChallenge>;

/** A recovery as its owner sees it: in the portal, and in the app. */
export const Recovery = z
  .strictObject({
    id: RecoveryId,
    kind: RecoveryKind,
    way: RecoveryWay.nullable(),
    state: RecoveryState,
    step: StepId,
    awaiting: AwaitedParty,
    startedAt: Instant,
    deadline: Instant.meta({ description: 'When the present step expires' }),
    endedAt: Instant.nullable(),
    steps: z.array(Step),
    tokens: z.array(
      z.strictObject({ id: TokenId, maskedSerial: z.string().meta({ example: '*****-1EC' }), service: ServiceSummary }),
    ),
    fromDevice: DeviceSummary.nullable(),
    toDevice: DeviceSummary.nullable(),
    challenge: MailChallenge.nullable(),
    pairing: z
      .strictObject({
        digits: z.string().meta({ description: 'Both devices show them; the old one confirms', example: '47' }),
        device: DeviceSummary.meta({ description: 'The device that has scanned the code' }),
      })
      .nullable(),
    actions: z.array(OwnAction).meta({ description: 'What its owner may do now; offer these and no others' }),
    appLink: z.url().nullable().meta({
      description: 'Opens the app at this recovery; draw it as a QR code',
      example: 'http://localhost:8082/#/add',
    }),
  })
  .meta({ id: 'Recovery' });
export type Recovery = z.infer<typeof Recovery>;

export const EnterMailCode = z.strictObject({ code: TypedCode }).meta({ id: 'EnterMailCode' });
export const CancelByOwner = z
  .strictObject({
    at: StepId.optional().meta({
      description: 'Only if the recovery is still at this step: CLOSE sends `prove-ownership`',
    }),
  })
  .meta({ id: 'CancelByOwner' });
export const StaffReason = z.strictObject({ reason: Reason }).meta({ id: 'StaffReason' });

/** The "this wasn't me" button of a mailed link (B-04, M-02). */
export const Repudiate = z
  .strictObject({ token: z.string().regex(/^[A-Za-z0-9_.-]{30,120}$/) })
  .meta({ id: 'Repudiate' });
export const Repudiated = z
  .strictObject({ frozenTokens: z.int().meta({ example: 1 }), recovery: RecoveryId })
  .meta({ id: 'Repudiated' });

export const TimelineEntry = z
  .strictObject({
    at: Instant,
    step: StepId,
    what: z.string().meta({ example: 'mail-code-accepted' }),
    actor: z.strictObject({
      kind: ActorKind,
      id: z.string(),
      name: z.string().meta({ example: 'Ana Ortiz' }),
      role: StaffRole.optional(),
      address: z.string().optional().meta({ example: '192.0.2.7' }),
    }),
    note: z.string().optional().meta({ description: 'The reason staff gave, or a count', example: '4 attempts left' }),
  })
  .meta({ id: 'TimelineEntry' });

export const MailSummary = z
  .strictObject({
    id: z.string(),
    template: z.string().meta({ example: 'mail-code' }),
    sentTo: z.string().meta({ example: 'a•••@example.org' }),
    state: MailState,
    at: Instant,
    detail: z.string().optional().meta({ description: 'What the provider said', example: '550 mailbox full' }),
  })
  .meta({ id: 'MailSummary' });

export const Trouble = z
  .strictObject({
    cause: TroubleCause,
    since: Instant,
    activity: z.string().optional().meta({ example: 'openRecovery' }),
    attempts: z.int().optional().meta({ example: 7 }),
    lastError: z.string().optional().meta({ example: 'mail provider answered 500' }),
  })
  .meta({ id: 'Trouble' });

/** One row of the console's list. */
export const CaseRow = z
  .strictObject({
    id: RecoveryId,
    kind: RecoveryKind,
    way: RecoveryWay.nullable(),
    state: RecoveryState,
    step: StepId,
    account: z.strictObject({ id: AccountId, userName: z.string().meta({ example: 'ana' }), email: EmailShown }),
    serials: z.array(z.string().meta({ example: '7Q2M9F3A-1EC' })),
    awaiting: AwaitedParty,
    startedAt: Instant,
    deadline: Instant,
    endedAt: Instant.nullable(),
    isOverdue: z.boolean(),
    attemptsLeft: z.int().meta({ example: 5 }),
    trouble: Trouble.nullable(),
    support: z
      .strictObject({
        since: Instant,
        respondBy: Instant.meta({ description: 'By when support means to have answered' }),
        isVerified: z
          .boolean()
          .meta({ description: 'The caller was verified and that is still good; a supervisor decides' }),
        verifiedUntil: Instant.nullable().meta({
          description: 'Until when the verification is or was good; null without one',
        }),
      })
      .nullable()
      .meta({ description: 'While its owner waits for support' }),
  })
  .meta({ id: 'CaseRow' });
export type CaseRow = z.infer<typeof CaseRow>;

/** Everything the console shows of one recovery. */
export const CaseDetail = CaseRow.extend({
  steps: z.array(Step),
  services: z.array(ServiceSummary),
  fromDevice: DeviceSummary.nullable(),
  toDevice: DeviceSummary.nullable(),
  unpaired: z.array(DeviceSummary).meta({ description: 'Devices that the identity was taken from by it' }),
  resendsLeft: z.int().meta({ example: 3 }),
  extensionsLeft: z.int().meta({ example: 3 }),
  policyVersion: z.int().meta({ example: 1 }),
  timeline: z.array(TimelineEntry),
  mails: z.array(MailSummary),
  actions: z.array(RecoveryAction).meta({ description: 'What you may do now; offer these and no others' }),
  workflow: z.strictObject({ id: z.string(), url: z.url().nullable() }),
  recreation: RecreationCase.nullable().meta({ description: 'Of recreations' }),
}).meta({ id: 'CaseDetail' });
export type CaseDetail = z.infer<typeof CaseDetail>;

/** Pages count from 1. `sort` is one of the indexed columns; only who waits for support has a `respondBy`. */
export const CasesQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  sort: z
    .enum(['startedAt', 'deadline', 'respondBy'])
    .default('startedAt')
    .meta({ description: '`respondBy` lists the support queue alone: by when each was to be answered' }),
  order: z.enum(['asc', 'desc']).default('desc'),
  kind: RecoveryKind.optional(),
  state: RecoveryState.optional(),
  overdue: z.enum(['true']).optional(),
  attention: z.enum(['any', ...TroubleCause.options]).optional(),
  search: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .optional()
    .meta({ description: 'Beginning of a user name, e-mail address or serial number' }),
});
export type CasesQuery = z.infer<typeof CasesQuery>;

export const CasePage = z
  .strictObject({ rows: z.array(CaseRow), total: z.int().meta({ example: 1 }) })
  .meta({ id: 'CasePage' });
export type CasePage = z.infer<typeof CasePage>;
