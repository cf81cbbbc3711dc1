import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Settings } from '../contracts/settings.ts';
import { given } from './given.ts';
import { embeddedKeys } from './keys.ts';
import { freePort } from './ports.ts';

export type Environment = Record<string, string>;

export interface Urls {
  portal: string;
  console: string;
  /** the device API and, on the same address, the authenticator */
  device: string;
  service: string;
  outbox: string;
  temporal: string | undefined;
}

const defaultPorts = {
  PORTAL_PORT: 8080,
  CONSOLE_PORT: 8081,
  DEVICE_PORT: 8082,
  SERVICE_PORT: 8083,
  OUTBOX_PORT: 8084,
} satisfies Partial<Record<keyof Settings, number>>;

type PortName = keyof typeof defaultPorts;

/** What a process needs of the machine. All else is left out: a test must not mail by the key in a developer's shell. */
const machineVariables =
  /^(PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|SystemRoot|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|(HTTPS?|NO)_PROXY|(https?|no)_proxy)$/;

/** What `npm start` passes on of what its caller has set; where the data are and which mode it is, it decides itself. */
const productVariables =
  /^(?!LATCHKEY_(MODE|DATA)$)(LATCHKEY|MONGODB|RESEND|SMTP|MAIL|PORTAL|CONSOLE|AUTHENTICATOR|DEVICE|SERVICE|OUTBOX|BIND|TRUSTED|POLICY|LOG)_/;

/** @returns the environment of a process of ours: the machine's variables and the settings */
export function programEnvironment(settings: Environment): Environment {
  // React's development build takes twice as long to write a mail.
  return { NODE_ENV: 'production', ...ownVariables(machineVariables), ...settings };
}

/** @returns the settings that the caller of `npm start` has set */
export function callersSettings(): Environment {
  return ownVariables(productVariables);
}

// How to get into a server of the caller's; ours would not understand it.
function temporalAccess(): Environment {
  return given('TEMPORAL_ADDRESS') === undefined ? {} : ownVariables(/^TEMPORAL_/);
}

function ownVariables(names: RegExp): Environment {
  const entries = Object.entries(process.env).filter(([name]) => names.test(name));
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

/**
 * Chooses the ports and makes the environment that api/ and worker/ run in.
 * @param env wins over everything but a port that is taken
 * @param fixed whether to prefer the usual ports; otherwise the operating system chooses
 */
export async function embeddedSettings(dataDir: string, env: Environment, fixed: boolean): Promise<Environment> {
  const ports = await choosePorts(env, fixed);
  const at = (name: PortName) => `http://localhost:${ports[name]}`;
  const settings: Environment = {
    LATCHKEY_MODE: 'embedded',
    ...temporalAccess(),
    ...embeddedKeys(dataDir),
    LATCHKEY_CHECKPOINT_FILE: join(dataDir, 'audit-checkpoints.jsonl'),
    MONGODB_DATABASE: fixed || given('MONGODB_URI') === undefined ? 'latchkey' : `latchkey-${shortHash(dataDir)}`,
    PORTAL_URL: at('PORTAL_PORT'),
    CONSOLE_URL: at('CONSOLE_PORT'),
    AUTHENTICATOR_URL: at('DEVICE_PORT'),
    SERVICE_URL: at('SERVICE_PORT'),
    BIND_ADDRESS: '127.0.0.1',
  };
  return { ...settings, ...env, ...ports };
}

// Worlds of tests that share a MongoDB which is not ours must not meet in it, and each must find its own data again.
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** @param temporal the address of Temporal's own pages, if there are any */
export function urlsOf(settings: Environment, temporal: string | undefined): Urls {
  return {
    portal: settings.PORTAL_URL ?? '',
    console: settings.CONSOLE_URL ?? '',
    device: settings.AUTHENTICATOR_URL ?? '',
    service: settings.SERVICE_URL ?? '',
    outbox: `http://localhost:${settings.OUTBOX_PORT ?? ''}`,
    temporal,
  };
}

// All preferences count as taken for the others: one busy port moves one listener, not those after it too.
async function choosePorts(env: Environment, fixed: boolean): Promise<Record<PortName, string>> {
  const names = Object.keys(defaultPorts) as PortName[];
  const preferred = names.map(
    (name) => [name, env[name] ? Number(env[name]) : fixed ? defaultPorts[name] : 0] as const,
  );
  const promised = new Set(preferred.map(([, port]) => port));
  const chosen: Partial<Record<PortName, string>> = {};
  for (const [name, port] of preferred) {
    promised.delete(port);
    const free = await freePort(port, promised);
    promised.add(port).add(free);
    chosen[name] = String(free);
  }
  return chosen as Record<PortName, string>;
}
