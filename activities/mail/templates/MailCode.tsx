import type { MailFacts } from '../../../contracts/mail.ts';
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
          ['Service', facts.service],
          ['Device', facts.device],
          ['Asked from', facts.address],
        ]}
      />
      <Paragraph>
        <strong>Nothing changes unless the code is entered.</strong> Nobody from support will ever ask you for it.
        Whoever does is not from support.
      </Paragraph>
    </Layout>
  ),
};
