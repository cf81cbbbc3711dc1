import { z } from 'zod';
import { staffTurns } from '../domain/actions.ts';
import { IdentityDevice, Restoration } from './identities.ts';
import { DeviceSummary, ServiceSummary } from './tokens.ts';
import {
  AccountId,
  CertificateId,
  Email,
  EmailShown,
  Instant,
  OtpType,
  Password,
  RecoveryId,
  ServiceId,
  StaffId,
  StaffRole,
  TokenId,
  TokenState,
  TokenType,
} from './words.ts';

export const UserName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
  .meta({ id: 'UserName', example: 'ana' });
const DisplayName = z.string().trim().min(1).max(80).meta({ example: 'Ana Ortiz' });
const Locale = z
  .string()
  .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
  .meta({ example: 'en' });

export const Account = z
  .strictObject({
    id: AccountId,
    userName: z.string().meta({ example: 'ana' }),
    name: z.string().meta({ example: 'Ana Ortiz' }),
    email: EmailShown,
    locale: z.string().meta({ example: 'en' }),
    state: z.enum(['active', 'disabled']).meta({ example: 'active' }),
    createdAt: Instant,
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

export const CreateAccount = z
  .strictObject({ userName: UserName, name: DisplayName, email: Email, locale: Locale.default('en') })
  .meta({ id: 'CreateAccount' });

export const AdminToken = z
  .strictObject({
    id: TokenId,
    serial: z.string().meta({ example: '7Q2M9F3A-1EC' }),
    type: TokenType,
    state: TokenState,
    account: AccountId,
    service: ServiceSummary,
    device: DeviceSummary.nullable(),
    recovery: RecoveryId.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'AdminToken' });
export type AdminToken = z.infer<typeof AdminToken>;

export const Certificate = z
  .strictObject({
    id: CertificateId,
    subject: z.string().meta({ example: 'Ana Ortiz' }),
    kind: z.string().meta({ example: 'Qualified certificate' }),
    expiresAt: Instant,
    token: TokenId.nullable(),
  })
  .meta({ id: 'Certificate' });

export const AdminDevice = DeviceSummary.extend({
  lastSeenAt: Instant,
  lastAddress: z.string().meta({ example: '192.0.2.7' }),
  signedInAt: Instant,
}).meta({ id: 'AdminDevice' });

export const AccountDetail = Account.extend({
  tokens: z.array(AdminToken),
  devices: z.array(AdminDevice),
  certificates: z.array(Certificate),
  identity: z
    .strictObject({
      id: TokenId,
      serial: z.string().meta({ example: '7Q2M9F3A-1EC' }),
      state: TokenState,
      restoration: Restoration,
      devices: z.array(IdentityDevice),
      signIns: z.int().meta({ example: 6 }),
      recovery: RecoveryId.nullable(),
    })
    .nullable()
    .meta({ description: 'The identity of the account, its restore function and its devices' }),
}).meta({ id: 'AccountDetail' });
export type AccountDetail = z.infer<typeof AccountDetail>;

export const PageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
  search: z.string().trim().min(1).max(254).optional(),
});

export const AccountPage = z.strictObject({ rows: z.array(Account), total: z.int() }).meta({ id: 'AccountPage' });

export const Service = z
  .strictObject({ id: ServiceId, name: z.string().meta({ example: 'VPN' }), createdAt: Instant })
  .meta({ id: 'Service' });
export const ServicePage = z.strictObject({ rows: z.array(Service), total: z.int() }).meta({ id: 'ServicePage' });
export const CreateService = z
  .strictObject({ name: z.string().trim().min(1).max(80).meta({ example: 'VPN' }) })
  .meta({ id: 'CreateService' });
/** The key of a relying service, told once and stored hashed. */
export const ServiceWithKey = Service.extend({ verifyKey: z.string().meta({ example: 'lk_verify_…' }) }).meta({
  id: 'ServiceWithKey',
});

/** Gives an account its first token of a service; the account holder gets an activation mail and the app enrols. */
export const CreateToken = z
  .strictObject({
    account: AccountId,
    service: ServiceId,
    type: OtpType.default('totp'),
    certificate: z
      .strictObject({
        subject: z.string().trim().min(1).max(120).meta({ example: 'Ana Ortiz' }),
        kind: z.string().trim().min(1).max(60).meta({ example: 'Qualified certificate' }),
        expiresAt: Instant,
      })
      .optional()
      .meta({ description: 'The certificate that this token will serve, this one alone' }),
  })
  .meta({ id: 'CreateToken' });

export const StaffMember = z
  .strictObject({
    id: StaffId,
    name: z.string().meta({ example: 'Sam Agent' }),
    email: EmailShown,
    role: StaffRole,
    hasSecondFactor: z.boolean(),
  })
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof StaffMember>;
export const ListedStaffMember = StaffMember.extend({
  state: z.enum(['active', 'disabled']).meta({ example: 'active' }),
  actions: z.array(z.enum(staffTurns)).meta({ description: 'What you may do with them now', example: ['disable'] }),
}).meta({ id: 'ListedStaffMember' });
export type ListedStaffMember = z.infer<typeof ListedStaffMember>;
export const StaffPage = z.strictObject({ rows: z.array(ListedStaffMember), total: z.int() }).meta({ id: 'StaffPage' });
export const CreateStaffMember = z
  .strictObject({ name: DisplayName, email: Email, role: StaffRole, password: Password })
  .meta({ id: 'CreateStaffMember' });
