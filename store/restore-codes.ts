import { randomBytes } from 'node:crypto';
import { isSame } from '../domain/keys.ts';
import {
  canonicalRestoreCode,
  lastGroupDigest,
  lastGroupOf,
  restoreCodeFrom,
  shownRestoreCode,
} from '../domain/restore-code.ts';
import type { CodeStorage } from '../domain/restoration.ts';
import type { AccountDoc, RestoreCodeDoc } from './documents.ts';
import { argon2id, isArgon2id } from './argon2.ts';
import type { Database } from './database.ts';
import { newId } from './ids.ts';
import { restorationPolicy } from './policies.ts';
import { seal, unseal, type Vault } from './sealing.ts';

type Owner = Pick<AccountDoc, '_id' | 'dataKey'>;

function codePlace(codeId: string): string {
  return `tokens|${codeId}|identity.code|1`;
}

/** A fresh code, and what may be kept of it. @returns `code` as it is shown, this once */
export async function newRestoreCode(
  vault: Vault,
  masterKey: Uint8Array,
  owner: Owner,
  storage: CodeStorage,
): Promise<{ code: string; kept: RestoreCodeDoc }> {
  const code = restoreCodeFrom(randomBytes(10));
  const plain = code.replaceAll('-', '');
  const id = newId('rcd');
  const kept = {
    id,
    issuedAt: new Date(),
    sealed: storage === 'sealed' ? seal(vault.open(owner._id, owner.dataKey), codePlace(id), Buffer.from(plain)) : null,
    hash: storage === 'hashed' ? await argon2id(plain) : null,
    lastGroup: lastGroupDigest(masterKey, id, lastGroupOf(code)),
  };
  return { code, kept };
}

/** @param plain canonical; a code kept in neither way matches nothing, at the cost of one that is */
export async function isRestoreCode(
  vault: Vault,
  owner: Owner | null,
  kept: RestoreCodeDoc | null,
  plain: string,
): Promise<boolean> {
  if (owner !== null && kept?.sealed != null) return isSame(revealed(vault, owner, kept) ?? '', plain);
  const isRight = await isArgon2id(kept?.hash ?? (await noHash), plain);
  return isRight && kept?.hash != null;
}

const noHash = argon2id(randomBytes(16));

/** The code as it is shown, or null where nobody is to read it back; kept sealed from before policy said so, it is hashed soon. */
export function shownCode(vault: Vault, owner: Owner, kept: RestoreCodeDoc, storage: CodeStorage): string | null {
  if (storage === 'hashed') return null;
  const plain = revealed(vault, owner, kept);
  return plain === null || canonicalRestoreCode(plain) === 'malformed' ? null : shownRestoreCode(plain);
}

function revealed(vault: Vault, owner: Owner, { id, sealed }: RestoreCodeDoc): string | null {
  if (sealed === null) return null;
  return Buffer.from(unseal([vault.open(owner._id, owner.dataKey)], codePlace(id), sealed)).toString();
}

const hashedAtOnce = 50;

/** Policy has changed to `hashed`: codes that were sealed before become unreadable too. @returns how many were hashed now */
export async function hashSealedCodes(database: Database, vault: Vault): Promise<number> {
  if ((await restorationPolicy(database)).codeStorage !== 'hashed') return 0;
  const sealed = { type: 'identity' as const, 'identity.code.sealed': { $type: 'object' as const } };
  const tokens = await database.tokens.find(sealed).limit(hashedAtOnce).toArray();
  for (const { _id, accountId, identity } of tokens) {
    const owner = await database.accounts.findOne({ _id: accountId });
    const plain = owner === null || identity?.code == null ? null : revealed(vault, owner, identity.code);
    if (plain === null) continue;
    const hash = await argon2id(plain);
    await database.tokens.updateOne(
      { _id, 'identity.code.id': identity?.code?.id ?? '' },
      { $set: { 'identity.code.sealed': null, 'identity.code.hash': hash } },
    );
  }
  return tokens.length;
}
