import type { Actor } from '../domain/words.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { AccountDoc } from './documents.ts';
import { newId } from './ids.ts';
import { isDuplicateKey } from './errors.ts';
import type { Vault } from './sealing.ts';

export interface NewAccount {
  userName: string;
  name: string;
  email: string;
  locale: string;
}

/** Creates an account and its user of the portal realm, who sets a password by the activation mail. */
export async function createAccount(
  database: Database,
  vault: Vault,
  wanted: NewAccount,
  actor: Actor,
): Promise<AccountDoc | Refusal> {
  const _id = newId('acc');
  const at = new Date();
  const account: AccountDoc = {
    _id,
    ...wanted,
    state: 'active',
    createdAt: at,
    dataKey: vault.newDataKey(_id),
    startedAt: [],
    codesMailedAt: [],
    failures: 0,
    lastFailureAt: null,
  };
  const user = {
    _id,
    name: wanted.name,
    email: wanted.email,
    emailVerified: true,
    image: null,
    createdAt: at,
    updatedAt: at,
  };
  try {
    await inTransaction(database, async (session) => {
      await database.accounts.insertOne(account, { session });
      await database.db.collection<typeof user>('portalUsers').insertOne(user, { session });
      await writeAudit(
        database,
        { at, what: 'account.created', actor, object: { kind: 'account', id: _id }, account: _id },
        session,
      );
    });
  } catch (error) {
    if (isDuplicateKey(error)) return refusal('already-exists');
    throw error;
  }
  return account;
}

export async function isActiveAccount(database: Pick<Database, 'accounts'>, accountId: string): Promise<boolean> {
  return (await database.accounts.findOne({ _id: accountId, state: 'active' }, { projection: { _id: 1 } })) !== null;
}

/** Accounts whose user name or address begins with `search`, by user name. */
export async function findAccounts(
  database: Database,
  search: string | undefined,
  skip: number,
  limit: number,
): Promise<{ rows: AccountDoc[]; total: number }> {
  const filter = search === undefined ? {} : { $or: [{ userName: beginsWith(search) }, { email: beginsWith(search) }] };
  const [rows, total] = await Promise.all([
    database.accounts.find(filter).sort({ userName: 1 }).skip(skip).limit(limit).toArray(),
    search === undefined
      ? database.accounts.estimatedDocumentCount()
      : database.accounts.countDocuments(filter, { limit: 1_000 }),
  ]);
  return { rows, total };
}

/** A range, not a pattern: what people type never reaches a regular expression. */
export function beginsWith(text: string): { $gte: string; $lt: string } {
  const from = text.toLowerCase();
  return { $gte: from, $lt: `${from}\u{ffff}` };
}
