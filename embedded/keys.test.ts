import { createPrivateKey } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { embeddedKeys } from './keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-keys-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'keys.json');
const mode = () => statSync(file()).mode & 0o777;

it('makes keys once and gives the same ones ever after', () => {
  const first = embeddedKeys(folder);
  expect(embeddedKeys(folder)).toEqual(first);
  expect(embeddedKeys(mkdtempSync(join(folder, 'other-')))).not.toEqual(first);
});

it('keeps them from other users, also after somebody was careless', () => {
  embeddedKeys(folder);
  expect(mode()).toBe(0o600);
  chmodSync(file(), 0o644);
  embeddedKeys(folder);
  expect(mode()).toBe(0o600);
});

it('makes keys of the right kind and length', () => {
  const keys = embeddedKeys(folder);
  expect(Buffer.from(keys.LATCHKEY_MASTER_KEY ?? '', 'base64')).toHaveLength(32);
  for (const name of ['LATCHKEY_SEAL_KEYS', 'LATCHKEY_PAYLOAD_KEYS']) {
    const [id, key] = (keys[name] ?? '').split(':');
    expect(id).toMatch(/^[a-z0-9-]{1,16}$/);
    expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32);
  }
  const der = Buffer.from(keys.LATCHKEY_AUDIT_KEY ?? '', 'base64');
  expect(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).asymmetricKeyType).toBe('ed25519');
});

it('never replaces a damaged file: what was sealed with the old keys would be lost', () => {
  writeFileSync(file(), '{"LATCHKEY_MASTER_KEY": "');
  expect(() => embeddedKeys(folder)).toThrow('keys.json is damaged');
});
