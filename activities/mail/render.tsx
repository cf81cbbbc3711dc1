import { render as renderHtml } from '@react-email/render';
import type { Letter, MailFacts, MailTemplate, RenderedMail } from '../../contracts/mail.ts';
import { asPlainText } from './plain-text.ts';
import { activation } from './templates/Activation.tsx';
import { completed } from './templates/Completed.tsx';
import { deviceUnpaired } from './templates/DeviceUnpaired.tsx';
import { ended } from './templates/Ended.tsx';
import { extended } from './templates/Extended.tsx';
import { harmless } from './templates/harmless.ts';
import { identityCreated } from './templates/IdentityCreated.tsx';
import { mailCode } from './templates/MailCode.tsx';
import { pairingStarted } from './templates/PairingStarted.tsx';
import { passwordReset } from './templates/PasswordReset.tsx';
import { questionsSet } from './templates/QuestionsSet.tsx';
import { recreationNews } from './templates/RecreationNews.tsx';
import { repudiated } from './templates/Repudiated.tsx';
import { restoreCode } from './templates/RestoreCode.tsx';
import { restoreCodeChanged } from './templates/RestoreCodeChanged.tsx';
import { restoreCodeHandedOut } from './templates/RestoreCodeHandedOut.tsx';
import { restoreTried } from './templates/RestoreTried.tsx';
import type { Template } from './templates/template.ts';
import { tokenChanged } from './templates/TokenChanged.tsx';
import { tokenReady } from './templates/TokenReady.tsx';
import { transferActivation } from './templates/TransferActivation.tsx';

const templates: { [T in MailTemplate]: Template<MailFacts[T]> } = {
  activation,
  'password-reset': passwordReset,
  'token-ready': tokenReady,
  'mail-code': mailCode,
  completed,
  ended,
  extended,
  repudiated,
  'identity-created': identityCreated,
  'pairing-started': pairingStarted,
  'restore-code-changed': restoreCodeChanged,
  'restore-code-handed-out': restoreCodeHandedOut,
  'restore-code': restoreCode,
  'device-unpaired': deviceUnpaired,
  'restore-tried': restoreTried,
  'transfer-activation': transferActivation,
  'token-changed': tokenChanged,
  'questions-set': questionsSet,
  'recreation-news': recreationNews,
};

/**
 * Writes a letter in English, as HTML and as plain text. The same letter gives the same bytes, always (C-10): nothing is read
 * but the letter itself, no clock and no chance.
 * @throws TypeError when a link is not a web address
 */
export async function render(letter: Letter): Promise<RenderedMail> {
  return write(letter.template, harmless(letter.facts), letter.locale);
}

async function write<T extends MailTemplate>(name: T, facts: MailFacts[T], locale: string): Promise<RenderedMail> {
  const { subject, Body } = templates[name];
  const html = await renderHtml(<Body facts={facts} locale={locale} />);
  return { subject: subject(facts), html, text: asPlainText(html) };
}
