import type { ClientSession } from 'mongodb';
import type { Letter } from '../contracts/mail.ts';
import type { Database } from './database.ts';
import { newId } from './ids.ts';
import { seal, type Vault } from './sealing.ts';

export function letterPlace(mailId: string): string {
  return `letters|${mailId}|letter|1`;
}

/** Puts a letter down to be delivered by the workflow `deliverMail`. Sealed, because some letters carry a link. @returns the mail's id */
export async function queueLetter(
  database: Database,
  vault: Vault,
  to: { accountId: string; email: string },
  letter: Letter,
  session?: ClientSession,
): Promise<string> {
  const mailId = newId('mail');
  const [key] = vault.ring;
  if (key === undefined) throw new Error('the ring of seal keys is empty');
  await database.letters.insertOne(
    {
      _id: mailId,
      accountId: to.accountId,
      to: to.email,
      letter: seal(key, letterPlace(mailId), Buffer.from(JSON.stringify(letter))),
      queuedAt: new Date(),
    },
    session === undefined ? {} : { session },
  );
  return mailId;
}
