import type { Letter } from '../contracts/mail.ts';
import { queueLetter } from '../store/letters.ts';
import type { ApiDependencies } from './dependencies.ts';
import { startDelivery } from './queued-letters.ts';

type Written = {
  [T in Letter['template']]: { template: T; facts: Omit<Extract<Letter, { template: T }>['facts'], 'name'> };
}[Letter['template']];

/** Tells the account holder what has just been done outside any recovery (design.md, principle 9), at the address on file. */
export async function tellOwner(
  deps: Pick<ApiDependencies, 'database' | 'vault' | 'temporal' | 'log'>,
  accountId: string,
  { template, facts }: Written,
): Promise<void> {
  const account = await deps.database.accounts.findOne({ _id: accountId });
  if (account === null) return;
  const { name, email, locale } = account;
  const letter = { template, locale, facts: { name, ...facts } } as Letter;
  startDelivery(deps, await queueLetter(deps.database, deps.vault, { accountId, email }, letter));
}
