import { randomBytes, randomInt } from 'node:crypto';
import type { ClientSession } from 'mongodb';
import { questionsAsked, type QuestionId } from '../domain/security-questions.ts';
import type { Actor } from '../domain/words.ts';
import { argon2id, isArgon2id } from './argon2.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';

/** An answer in the only form that is kept or carried: `digest` is keyed (domain/security-questions.ts). */
export interface AnswerDigest {
  question: QuestionId;
  digest: string;
}

/** Sets all answers anew. Nobody can read one back. */
export async function setSecurityQuestions(
  database: Database,
  accountId: string,
  answers: AnswerDigest[],
  actor: Actor,
): Promise<void> {
  const hashed: { question: QuestionId; hash: string }[] = [];
  for (const { question, digest } of answers) {
    const hash = await argon2id(digest);
    hashed.push({ question, hash });
  }
  const at = new Date();
  const asked = someOf(hashed.map(({ question }) => question));
  await inTransaction(database, async (session) => {
    await database.securityQuestions.replaceOne(
      { _id: accountId },
      { answers: hashed, asked, setAt: at },
      { upsert: true, session },
    );
    await writeAudit(
      database,
      {
        at,
        what: 'account.questions-set',
        actor,
        object: { kind: 'account', id: accountId },
        account: accountId,
        detail: { questions: hashed.map(({ question }) => question) },
      },
      session,
    );
  });
}

/** Those that are asked until they were answered rightly, also by a later recovery: reloading gives no other ones. */
export async function questionsFor(
  database: Database,
  accountId: string,
  session?: ClientSession,
): Promise<QuestionId[]> {
  const set = await database.securityQuestions.findOne({ _id: accountId }, session === undefined ? {} : { session });
  return set?.asked ?? [];
}

/** One verdict over all; the time it takes tells nothing about which were right. */
export async function areRightAnswers(
  database: Database,
  accountId: string,
  asked: QuestionId[],
  given: AnswerDigest[],
): Promise<boolean> {
  const set = await database.securityQuestions.findOne({ _id: accountId });
  let right = 0;
  for (const question of asked) {
    const hash = set?.answers.find((answer) => answer.question === question)?.hash ?? (await noHash);
    const password = given.find((answer) => answer.question === question)?.digest ?? 'none';
    if (await isArgon2id(hash, password)) right += 1;
  }
  return right === questionsAsked && given.length === questionsAsked;
}

const noHash = argon2id(randomBytes(16));

/** Answered: next time others may be asked. */
export async function askOthersNextTime(database: Database, accountId: string, session: ClientSession): Promise<void> {
  const set = await database.securityQuestions.findOne({ _id: accountId }, { session });
  if (set === null) return;
  const asked = someOf(set.answers.map(({ question }) => question));
  await database.securityQuestions.updateOne({ _id: accountId }, { $set: { asked } }, { session });
}

function someOf(questions: QuestionId[]): QuestionId[] {
  const left = [...questions];
  return Array.from({ length: questionsAsked }, () => left.splice(randomInt(left.length), 1)).flat();
}
