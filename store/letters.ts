import type { ClientSession } from 'mongodb';
import type { Letter } from '../contracts/mail.ts';
import type { Database } from './database.ts';
import { newId } from './ids.ts';
import { transitionId, type Transition } from './recoveries/transition.ts';
import { firstOf, seal, type Vault } from './sealing.ts';

export function letterPlace(mailId: string): string {
  return `letters|${mailId}|letter|1`;
}

export interface Addressee {
  accountId: string;
  email: string;
  /** What the letter tells of: it has the id that the recovery's own workflow would send it under, so that both are one (M-07). */
  transition?: Pick<Transition, 'recoveryId' | 'seq'>;
}

/** Puts a letter down to be delivered by the workflow `deliverMail`. Sealed, because some letters carry a link. @returns the mail's id */
export async function queueLetter(
  database: Database,
  vault: Vault,
  { accountId, email, transition }: Addressee,
  letter: Letter,
  session?: ClientSession,
): Promise<string> {
  const mailId = transition === undefined ? newId('mail') : transitionId(transition);
  await database.letters.insertOne(
    {
      _id: mailId,
      ...(transition === undefined ? {} : { recoveryId: transition.recoveryId }),
      accountId,
      to: email,
      letter: seal(firstOf(vault.ring), letterPlace(mailId), Buffer.from(JSON.stringify(letter))),
      queuedAt: new Date(),
    },
    session === undefined ? {} : { session },
  );
  return mailId;
}
