import type { AccountDoc } from '../../store/documents.ts';
import { answerAfter } from '../answer-after.ts';
import type { ApiDependencies } from '../dependencies.ts';

/** Longer than checking a password takes: known and unknown addresses are answered alike, also by the clock (E-02). */
const answerAfterMs = 400;

type Realms = Pick<ApiDependencies, 'portalRealm' | 'staffRealm'>;

/** The account with that address and password, or null: for an unknown address, at the same cost and after the same time. */
export function accountByPassword(
  { portalRealm, database }: Pick<ApiDependencies, 'portalRealm' | 'database'>,
  email: string,
  password: string,
): Promise<AccountDoc | null> {
  return answerAfter(answerAfterMs, async () => {
    const { internalAdapter, password: hasher } = await portalRealm.$context;
    const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
    const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
    const isRight = hash == null ? (await hasher.hash(password), false) : await hasher.verify({ hash, password });
    return isRight && found !== null ? database.accounts.findOne({ _id: found.user.id, state: 'active' }) : null;
  });
}

/** Whether this is the password of somebody who is signed in already, asked for once more. */
export function isOwnPassword(
  { portalRealm }: Pick<Realms, 'portalRealm'>,
  accountId: string,
  password: string,
): Promise<boolean> {
  return verifies(portalRealm, accountId, password);
}

/** S-05. */
export function isStaffPassword(
  { staffRealm }: Pick<Realms, 'staffRealm'>,
  staffId: string,
  password: string,
): Promise<boolean> {
  return verifies(staffRealm, staffId, password);
}

async function verifies(realm: Realms[keyof Realms], userId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: hasher } = await realm.$context;
  const accounts = await internalAdapter.findAccounts(userId);
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
  return hash != null && hasher.verify({ hash, password });
}
