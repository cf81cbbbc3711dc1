import type { AccountDoc } from '../../store/documents.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { setTimeout as wait } from 'node:timers/promises';

/** Longer than checking a password takes: known and unknown addresses are answered alike, also by the clock (E-02). */
const answerAfterMs = 400;

/** The account with that address and password, or null: for an unknown address, at the same cost and after the same time. */
export async function accountByPassword(
  { portalRealm, database }: Pick<ApiDependencies, 'portalRealm' | 'database'>,
  email: string,
  password: string,
): Promise<AccountDoc | null> {
  const started = Date.now();
  const { internalAdapter, password: hasher } = await portalRealm.$context;
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
  const isRight = hash == null ? (await hasher.hash(password), false) : await hasher.verify({ hash, password });
  const account =
    isRight && found !== null ? await database.accounts.findOne({ _id: found.user.id, state: 'active' }) : null;
  await wait(Math.max(0, answerAfterMs - (Date.now() - started)));
  return account;
}
