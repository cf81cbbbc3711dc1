import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './errors.ts';

const keyNames = ['LATCHKEY_MASTER_KEY', 'LATCHKEY_SEAL_KEYS', 'LATCHKEY_PAYLOAD_KEYS', 'LATCHKEY_AUDIT_KEY'] as const;

/**
 * The keys of this machine's own Latchkey, made on first use and kept in `<dataDir>/keys.json` (mode 600).
 * @returns the four key variables of contracts/settings.ts: base64 of 32 bytes, two rings `id:base64`, Ed25519 PKCS8 DER in base64
 * @throws Error when the file is there but unreadable: new keys would make everything sealed with the old ones worthless
 */
export function embeddedKeys(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'keys.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const keys = readKeys(file) ?? firstKeys(file);
  chmodSync(file, 0o600);
  return keys;
}

function readKeys(file: string): Record<string, string> | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const keys = parseKeys(text);
  if (keys === undefined) {
    throw new Error(`${file} is damaged. Put it back from a copy, or begin anew with: npm start -- --fresh`);
  }
  return keys;
}

function parseKeys(text: string): Record<string, string> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(parsed));
  const keys: Record<string, string> = {};
  for (const name of keyNames) {
    const value = entries.get(name);
    if (typeof value !== 'string' || value === '') return undefined;
    keys[name] = value;
  }
  return keys;
}

// A link never overwrites: of two processes that start at once, both end up with the keys of the first.
function firstKeys(file: string): Record<string, string> {
  const draft = `${file}.${String(process.pid)}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(newKeys(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const keys = readKeys(file);
  if (keys === undefined) throw new Error(`${file} vanished while it was being written.`);
  return keys;
}

function newKeys(): Record<(typeof keyNames)[number], string> {
  const key = () => randomBytes(32).toString('base64');
  const audit = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
  return {
    LATCHKEY_MASTER_KEY: key(),
    LATCHKEY_SEAL_KEYS: `seal-1:${key()}`,
    LATCHKEY_PAYLOAD_KEYS: `payload-1:${key()}`,
    LATCHKEY_AUDIT_KEY: audit.toString('base64'),
  };
}
