import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

type Facts = MailFacts['restore-code-changed'];

const words = {
  activated: {
    title: 'Your restore function is active',
    meaning:
      'Your identity can be restored on another device from now on, with the restore code that was shown in the app and a second code that we mail you then. Keep the restore code in a secure place, apart from your phone.',
  },
  renewed: {
    title: 'Your restore code was renewed',
    meaning: 'You have a new restore code. The former one does not work any more: you can throw your note of it away.',
  },
  disabled: {
    title: 'Your restore function is disabled',
    meaning:
      'Your restore code does not work any more. If you lose your device now, your identity cannot be restored with a code. You can activate the function again in the app, under Restoration settings.',
  },
} as const satisfies Record<Facts['change'], { title: string; meaning: string }>;

const done = { you: 'It was done on a device of yours.', support: 'Support did it.' } as const satisfies Record<
  Facts['by'],
  string
>;

const preview = 'The code itself is never in a message like this.';

function ifNotExpected(by: Facts['by']): string {
  return by === 'support'
    ? 'If you did not ask support for it, tell them at once.'
    : 'If it was not you, somebody uses a device of yours: unpair it in the portal, under Devices, and tell support.';
}

export const restoreCodeChanged: Template<Facts> = {
  subject: ({ change }) => words[change].title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={words[facts.change].title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>
        {words[facts.change].meaning} {done[facts.by]}
      </Paragraph>
      <FactTable
        rows={[
          ['Reason given', facts.reason],
          ['When', moment(facts.at, locale)],
          ['From', facts.address],
        ]}
      />
      <Paragraph>{ifNotExpected(facts.by)}</Paragraph>
      <Action href={facts.portalUrl}>Open the portal</Action>
    </Layout>
  ),
};
