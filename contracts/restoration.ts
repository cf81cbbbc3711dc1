import { z } from 'zod';
import { codeStorages, mostDevices } from '../domain/restoration.ts';
import { AccountId, ApprovalId, Instant, Reason, StaffId } from './words.ts';

const settings = {
  isOn: z.boolean().meta({ description: 'Whether identities can be restored and duplicated at all' }),
  isEnforcedAtCreation: z.boolean().meta({ description: 'A restore code must be stored when an identity is created' }),
  unpairsUponDuplication: z.boolean().meta({ description: 'Duplicating unpairs the devices that had the identity' }),
  maxDevices: z.int().min(1).max(mostDevices).meta({ example: 2 }),
  codeStorage: z.enum(codeStorages).meta({
    id: 'CodeStorage',
    description: '`sealed`: staff may reveal codes under dual control; `hashed`: nobody can read them back',
    example: 'sealed',
  }),
  runningWhenOff: z
    .enum(['end', 'freeze'])
    .meta({ description: 'What becomes of running restores when switched off', example: 'end' }),
  needsSecondPerson: z.boolean().meta({ description: 'Seeing or sending a restore code needs a second supervisor' }),
};

/** The administrator's settings of guide 001. Each change is a new version and takes effect at once. */
export const RestorationPolicy = z
  .strictObject({
    ...settings,
    version: z.int().meta({ example: 3 }),
    changedAt: Instant.nullable(),
    changedBy: z.string().nullable().meta({ example: 'Adam Administrator' }),
  })
  .meta({ id: 'RestorationPolicy' });
export type RestorationPolicy = z.infer<typeof RestorationPolicy>;
export const ChangeRestorationPolicy = z
  .strictObject({ ...settings, reason: Reason })
  .meta({ id: 'ChangeRestorationPolicy' });
export const ChangedRestorationPolicy = z
  .strictObject({
    policy: RestorationPolicy,
    ended: z.int().meta({ description: 'How many running restores were ended', example: 0 }),
  })
  .meta({ id: 'ChangedRestorationPolicy' });

/** How the caller was verified; facts that anyone can know are no way. */
export const CallerCheck = z
  .strictObject({
    how: z.enum(['call-back', 'in-person', 'manager-vouched']).meta({ example: 'call-back' }),
    note: z.string().trim().min(5).max(500).meta({ example: 'Called back on the number on file, 14:05' }),
  })
  .meta({ id: 'CallerCheck' });
export type CallerCheck = z.infer<typeof CallerCheck>;

export const RestoreCodeWay = z.enum(['copy', 'phone', 'print', 'email']).meta({
  id: 'RestoreCodeWay',
  description: 'How the code reaches its owner; print is for post or in person',
  example: 'phone',
});
export type RestoreCodeWay = z.infer<typeof RestoreCodeWay>;

export const ApprovalState = z.enum(['waiting', 'approved', 'refused', 'used', 'expired', 'void']).meta({
  id: 'ApprovalState',
  description: 'Void: whoever asked for it or approved it was disabled before it was used',
  example: 'waiting',
});

/** Something that needs a second person (S-06): good for these parameters alone, once, for half an hour. */
export const Approval = z
  .strictObject({
    id: ApprovalId,
    action: z.literal('restore-code').meta({ example: 'restore-code' }),
    way: RestoreCodeWay,
    account: z.strictObject({ id: AccountId, userName: z.string().meta({ example: 'ana' }) }),
    callerCheck: CallerCheck,
    reason: Reason,
    state: ApprovalState,
    requestedBy: z.strictObject({ id: StaffId, name: z.string().meta({ example: 'Sue Supervisor' }) }),
    requestedAt: Instant,
    expiresAt: Instant,
    decidedBy: z.strictObject({ id: StaffId, name: z.string().meta({ example: 'Sal Supervisor' }) }).nullable(),
    mayDecide: z.boolean().meta({ description: 'You may approve or refuse it' }),
    mayUse: z.boolean().meta({ description: 'It is yours and approved: use it' }),
  })
  .meta({ id: 'Approval' });
export type Approval = z.infer<typeof Approval>;
export const ApprovalPage = z.strictObject({ rows: z.array(Approval), total: z.int() }).meta({ id: 'ApprovalPage' });
export const RequestApproval = z
  .strictObject({ account: AccountId, way: RestoreCodeWay, callerCheck: CallerCheck, reason: Reason })
  .meta({ id: 'RequestApproval' });

/** Seeing or sending a restore code; with the approval where policy needs one. */
export const HandOutRestoreCode = z
  .strictObject({ way: RestoreCodeWay, approval: ApprovalId.optional(), callerCheck: CallerCheck, reason: Reason })
  .meta({ id: 'HandOutRestoreCode' });
export const HandedOutRestoreCode = z
  .strictObject({
    code: z
      .string()
      .nullable()
      .meta({ description: 'Null when it was mailed to its owner', example: '7Q2M-9F3A-1ECK-0TZ4-K' }),
    isFresh: z.boolean().meta({ description: 'A new code was issued, because codes are stored hashed' }),
  })
  .meta({ id: 'HandedOutRestoreCode' });
export type HandedOutRestoreCode = z.infer<typeof HandedOutRestoreCode>;

export const HelpForCaller = z.strictObject({ callerCheck: CallerCheck, reason: Reason }).meta({ id: 'HelpForCaller' });
export const UnpairByStaff = z
  .strictObject({
    callerCheck: CallerCheck,
    reason: Reason,
    confirmLast: z.boolean().default(false),
  })
  .meta({ id: 'UnpairByStaff' });

/** Password, and a code where a second factor is set up, once more (S-05). */
export const StepUp = z
  .strictObject({
    password: z.string().min(1).max(128).meta({ example: 'correct horse battery' }),
    code: z
      .string()
      .regex(/^[0-9]{6}$/)
      .optional()
      .meta({ example: '123456' }),
  })
  .meta({ id: 'StepUp' });
export const SteppedUp = z.strictObject({ until: Instant }).meta({ id: 'SteppedUp' });
