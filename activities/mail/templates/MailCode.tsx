import type { MailFacts } from '../../../contracts/mail.ts';
import { isRestoring } from '../../../domain/restoration.ts';
import type { RecoveryKind } from '../../../domain/words.ts';
import { Code } from './Code.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const words = {
  enrolment: {
    title: 'Your code to take a token',
    asked: 'You asked to bind a token to your device. To go on, enter this code where you asked for it:',
    request: 'Bind a token to a device',
  },
  migration: {
    title: 'Your code to move a token',
    asked:
      'You asked to move a token to a new device. To go on, enter this code in the portal, where you asked for it:',
    request: 'Move a token to a new device',
  },
  reload: {
    title: 'Your code to get your tokens back',
    asked:
      'You asked for the tokens that were on your device before the app was reinstalled. To go on, enter this code in the app:',
    request: 'Take the tokens of a device back',
  },
  restore: {
    title: 'Your code to restore your identity',
    asked:
      'Your restore code was entered in the app to restore your identity on another device. To go on, enter this second code there:',
    request: 'Restore the identity, and remove it from every former device',
  },
  duplication: {
    title: 'Your code to use your identity on a further device',
    asked:
      'Your restore code was entered in the app to use your identity on a further device. To go on, enter this second code there:',
    request: 'Use the identity on a further device as well',
  },
  transfer: {
    title: 'Your code to transfer tokens',
    asked: 'You asked to transfer tokens to a new device. To go on, enter this code in the app:',
    request: 'Transfer tokens to a new device',
  },
  recreation: {
    title: 'Your code to make a token anew',
    asked: 'You said that you have misplaced a token. To go on, enter this code in the portal, where you asked for it:',
    request: 'Make a token anew; the former one is suspended once you say so',
  },
} as const satisfies Record<RecoveryKind, { title: string; asked: string; request: string }>;

function preview({ validMinutes }: { validMinutes: number }): string {
  return `It works once, for ${minutes(validMinutes)}. Nothing changes unless it is entered.`;
}

function minutes(count: number): string {
  return count === 1 ? '1 minute' : `${String(count)} minutes`;
}

export const mailCode: Template<MailFacts['mail-code']> = {
  subject: ({ kind }) => words[kind].title,
  preview,
  Body: ({ facts }) => (
    <Layout title={words[facts.kind].title} preview={preview(facts)} notMeUrl={facts.notMeUrl}>
      <Greeting name={facts.name} />
      <Paragraph>{words[facts.kind].asked}</Paragraph>
      <Code code={facts.code} />
      <Paragraph>
        It works once, for {minutes(facts.validMinutes)}. If you ask for another code, only the newest one works.
      </Paragraph>
      <FactTable
        rows={[
          ['What was asked', words[facts.kind].request],
          ['Service', isRestoring(facts.kind) ? '' : facts.service],
          [isRestoring(facts.kind) ? 'Device that asks' : 'Device', facts.device],
          ['Asked from', facts.address],
        ]}
      />
      <Paragraph>
        <strong>Nothing changes unless the code is entered.</strong> Nobody from support will ever ask you for it.
        Whoever does is not from support.
      </Paragraph>
      {isRestoring(facts.kind) ? (
        <Paragraph>
          If it was not you, somebody knows your restore code: tell us below, then have a new one made in the app, under
          Restoration settings.
        </Paragraph>
      ) : null}
    </Layout>
  ),
};
