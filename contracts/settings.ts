import { z } from 'zod';

/**
 * The environment that api/ and worker/ run in: every variable that README's table names, and no other.
 * `readSettings` is the only reader of `process.env` in the product.
 */

const base64Key = (bytes: number) =>
  z.string().refine((value) => base64Length(value) === bytes, { message: `must be ${String(bytes)} bytes in base64` });

function base64Length(value: string): number {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return -1;
  return Math.floor((value.replace(/=+$/, '').length * 3) / 4);
}

/** `id:base64,id:base64`; the first key is the one that new data is sealed with, all of them open. */
const KeyRing = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.split(':')))
  .pipe(z.array(z.tuple([z.string().regex(/^[a-z0-9-]{1,16}$/), base64Key(32)])).min(1))
  .transform((entries) => entries.map(([id, key]) => ({ id, key })));

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

const Settings = z
  .object({
    LATCHKEY_MODE: z.enum(['production', 'embedded']).default('production'),
    TEMPORAL_ADDRESS: z.string().min(1),
    TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
    TEMPORAL_API_KEY: z.string().optional(),
    TEMPORAL_TLS: flag,
    TEMPORAL_UI_URL: z.url().optional(),
    MONGODB_URI: z.string().startsWith('mongodb'),
    MONGODB_DATABASE: z.string().min(1).default('latchkey'),
    LATCHKEY_MASTER_KEY: base64Key(32),
    LATCHKEY_SEAL_KEYS: KeyRing,
    LATCHKEY_PAYLOAD_KEYS: KeyRing,
    LATCHKEY_AUDIT_KEY: z.string().min(40),
    LATCHKEY_CHECKPOINT_FILE: z.string().optional(),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: z.url().optional(),
    RESEND_WEBHOOK_SECRET: z.string().optional(),
    SMTP_URL: z.string().optional(),
    MAIL_FROM: z.string().default('Latchkey <no-reply@latchkey.invalid>'),
    PORTAL_URL: z.url(),
    CONSOLE_URL: z.url(),
    AUTHENTICATOR_URL: z.url(),
    SERVICE_URL: z.url(),
    BIND_ADDRESS: z.string().default('127.0.0.1'),
    PORTAL_PORT: port(8080),
    CONSOLE_PORT: port(8081),
    DEVICE_PORT: port(8082),
    SERVICE_PORT: port(8083),
    OUTBOX_PORT: port(8084),
    TRUSTED_PROXIES: list,
    APP_ORIGINS: list,
    POLICY_OVERRIDES: z.string().default('{}'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine((env) => env.LATCHKEY_MODE === 'embedded' || env.RESEND_API_KEY !== undefined || env.SMTP_URL !== undefined, {
    message: 'production needs a mail provider: set RESEND_API_KEY or SMTP_URL',
  });
export type Settings = z.infer<typeof Settings>;

/**
 * Reads and checks the environment.
 * @throws Error with one sentence a variable, when anything is missing or malformed: no process starts half configured.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Settings.safeParse(present);
  if (read.success) return read.data;
  const reasons = read.error.issues.map((issue) => {
    const name = issue.path[0] === undefined ? 'settings' : String(issue.path[0]);
    return present[name] === undefined && issue.path.length > 0 ? `${name} is not set` : `${name}: ${issue.message}`;
  });
  throw new Error(
    `Latchkey cannot start: ${[...new Set(reasons)].join('; ')}. See the configuration table in README.md.`,
  );
}
