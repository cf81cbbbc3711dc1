import { z } from 'zod';
import { mostStartOvers, recreationReasons } from '../domain/recreation.ts';
import {
  questionIds,
  questionsAsked,
  questionsSet,
  securityQuestions,
  type QuestionId,
} from '../domain/security-questions.ts';
import { CallerCheck } from './restoration.ts';
import { ServiceSummary } from './tokens.ts';
import { Instant, OtpType, Reason, RecoveryId, StaffId, TokenId } from './words.ts';

export const QuestionName = z
  .enum(questionIds as [QuestionId, ...QuestionId[]])
  .meta({ id: 'QuestionName', example: 'first-teacher' });
export const RecreationReason = z.enum(recreationReasons).meta({ id: 'RecreationReason', example: 'deleted' });

const Question = z.strictObject({
  id: QuestionName,
  text: z.string().meta({ example: securityQuestions['first-teacher'] }),
});

const Answer = z.strictObject({
  question: QuestionName,
  answer: z
    .string()
    .min(1)
    .max(256)
    .meta({ description: 'Case, blanks and punctuation do not count', example: 'Ortiz' }),
});

const eachOnce = (answers: { question: QuestionId }[]) =>
  new Set(answers.map(({ question }) => question)).size === answers.length;

/** *Manage my account* (guide 003, step 5): behind the second factor, once there is one. */
export const AccountProtection = z
  .strictObject({
    isOpenUntil: Instant.nullable().meta({ description: 'Until when the second factor of this browser is good' }),
    isOpen: z.boolean().meta({ description: 'Whether this browser may manage the account now' }),
    tokens: z
      .array(
        z.strictObject({
          id: TokenId,
          maskedSerial: z.string().meta({ example: '*****-1EC' }),
          type: OtpType,
          service: ServiceSummary,
          mayProve: z.boolean().meta({ description: 'Its code is the second factor' }),
          mayRecreate: z.boolean().meta({ description: '*I have misplaced my token* can be chosen for it' }),
          recovery: RecoveryId.nullable().meta({ description: 'The open recovery that holds it' }),
        }),
      )
      .meta({ description: 'OTP tokens of the account' }),
    questions: z.strictObject({
      choices: z.array(Question),
      needed: z.int().meta({ description: 'How many answers are to be set', example: questionsSet }),
      set: z.array(QuestionName).meta({ description: 'Those that are answered; the answers are never shown' }),
      setAt: Instant.nullable(),
    }),
  })
  .meta({ id: 'AccountProtection' });
export type AccountProtection = z.infer<typeof AccountProtection>;

export const EnterTokenCode = z
  .strictObject({ token: TokenId, code: z.string().min(1).max(32).meta({ example: '755 224' }) })
  .meta({ id: 'EnterTokenCode' });

export const SetSecurityQuestions = z
  .strictObject({
    answers: z
      .array(Answer)
      .min(questionsSet)
      .max(questionIds.length)
      .refine(eachOnce, { message: 'each question once' }),
  })
  .meta({ id: 'SetSecurityQuestions' });

/** *I have misplaced my token*, and the self-administration sign-in (guide 003, steps 6 and 7). */
export const StartRecreation = z
  .strictObject({
    token: TokenId,
    userName: z.string().trim().min(1).max(254).meta({ example: 'ana' }),
    password: z.string().min(1).max(128).meta({ example: 'correct horse battery' }),
  })
  .meta({ id: 'StartRecreation' });

export const AnswerQuestions = z
  .strictObject({ answers: z.array(Answer).length(questionsAsked).refine(eachOnce, { message: 'each question once' }) })
  .meta({ id: 'AnswerQuestions' });

/** *Self-administration actions*, and Yes (guide 003, steps 10 and 11). */
export const ConfirmRecreation = z.strictObject({ reason: RecreationReason }).meta({ id: 'ConfirmRecreation' });

export const EnterRegistration = z
  .strictObject({ code: z.string().min(1).max(64).meta({ example: 'H3K9M-2PQ7R-8TVWX' }) })
  .meta({ id: 'EnterRegistration' });
export const EnterFirstCode = z
  .strictObject({ code: z.string().min(1).max(32).meta({ example: '755 224' }) })
  .meta({ id: 'EnterFirstCode' });

export const recreationActions = [
  'answer',
  'ask-support',
  'recreate',
  'start-over',
  'register',
  'enter-first-code',
  'go-on-here',
] as const;
export const RecreationAction = z.enum(recreationActions).meta({ id: 'RecreationAction', example: 'register' });

/** What only a recreation has, beside what any recovery shows; its secrets only in the browser that proved whose it is. */
export const Recreation = z
  .strictObject({
    recovery: RecoveryId,
    isHere: z.boolean().meta({ description: 'Whether it goes on in this browser' }),
    actions: z.array(RecreationAction).meta({ description: 'What may be done in this browser now' }),
    questions: z.array(Question).meta({ description: 'The same until answered; empty before the mailed code' }),
    roundsLeft: z.int().meta({ description: 'How often the questions may still be answered', example: 3 }),
    reason: RecreationReason.nullable(),
    activation: z
      .strictObject({
        serial: z.string().meta({ example: '7Q2M9F3A-1EC' }),
        code: z.string().meta({ example: '7Q2M9-F3A1E-CK0TZ-4KXPA' }),
        qr: z.url().meta({ description: 'Draw it as a QR code: serial number and activation code for the app' }),
        expiresAt: Instant,
        attemptsLeft: z.int().meta({ example: 5 }),
      })
      .nullable(),
    startOversLeft: z.int().meta({ example: 3 }),
    support: z
      .strictObject({
        since: Instant,
        respondBy: Instant.meta({ description: 'By when support means to have answered' }),
        isAnswered: z.boolean().meta({ description: 'Support has made sure who is asking' }),
      })
      .nullable(),
  })
  .meta({ id: 'Recreation' });
export type Recreation = z.infer<typeof Recreation>;

/** What agents and supervisors see of a recreation. No answer, no code. */
export const RecreationCase = z
  .strictObject({
    reason: RecreationReason.nullable(),
    roundsLeft: z.int().meta({ example: 0 }),
    startOversLeft: z.int().meta({ example: 3 }),
    support: z
      .strictObject({
        since: Instant,
        respondBy: Instant,
        verification: z
          .strictObject({
            by: z.strictObject({ id: StaffId, name: z.string().meta({ example: 'Sam Agent' }) }),
            at: Instant,
            goodUntil: Instant.meta({ description: 'From then on nobody decides on it: verify the caller again' }),
            isGood: z.boolean().meta({ description: 'A supervisor may still decide on it' }),
            callerCheck: CallerCheck,
          })
          .nullable()
          .meta({ description: 'How the caller was verified; a second person decides' }),
        answeredAt: Instant.nullable(),
      })
      .nullable(),
    mayVerify: z.boolean().meta({ description: 'You may record how the caller was verified' }),
    mayDecide: z.boolean().meta({ description: 'You may let it go on, or send the verification back' }),
  })
  .meta({ id: 'RecreationCase' });
export type RecreationCase = z.infer<typeof RecreationCase>;

export const VerifyCaller = z.strictObject({ callerCheck: CallerCheck }).meta({ id: 'VerifyCaller' });
export const DecideCaller = z
  .strictObject({
    isApproved: z.boolean(),
    verifiedAt: Instant.meta({
      description: 'Which verification was looked at: a later one is another to decide about',
    }),
    reason: Reason,
  })
  .meta({ id: 'DecideCaller' });
export type DecideCaller = z.input<typeof DecideCaller>;

const settings = {
  isOn: z.boolean().meta({ description: 'Whether people may make a token anew by themselves' }),
  asksMailCode: z.boolean().meta({ description: 'Ask for a mailed code before the questions' }),
  startOvers: z
    .int()
    .min(0)
    .max(mostStartOvers)
    .meta({ description: 'New activation codes in one recovery', example: 3 }),
};

/** The administrator's settings of guide 003. Each change is a new version and takes effect at once. */
export const RecreationPolicy = z
  .strictObject({
    ...settings,
    version: z.int().meta({ example: 3 }),
    changedAt: Instant.nullable(),
    changedBy: z.string().nullable().meta({ example: 'Adam Administrator' }),
  })
  .meta({ id: 'RecreationPolicy' });
export type RecreationPolicy = z.infer<typeof RecreationPolicy>;
export const ChangeRecreationPolicy = z
  .strictObject({ ...settings, reason: Reason })
  .meta({ id: 'ChangeRecreationPolicy' });
