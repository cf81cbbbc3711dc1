import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

type Facts = MailFacts['token-changed'];

const words = {
  disabled: {
    title: 'Your token was disabled',
    meaning: 'Your token was disabled. It works on no device until it is enabled again.',
  },
  enabled: { title: 'Your token was enabled', meaning: 'Your token was enabled. It works again from now on.' },
  deleted: {
    title: 'Your token was deleted',
    meaning:
      'Your token was deleted. It does not work any more and cannot be brought back; support can give you a new one.',
  },
} satisfies Record<Facts['change'], { title: string; meaning: string }>;

const identityWords = {
  disabled: {
    title: 'Your identity was disabled',
    meaning: 'Your identity was disabled. Nobody can sign in with it, on any device, until it is enabled again.',
  },
  enabled: {
    title: 'Your identity was enabled',
    meaning: 'Your identity was enabled. You can sign in with it again, on the devices that have it.',
  },
  deleted: { title: 'Your identity was deleted', meaning: 'Your identity was deleted and cannot be brought back.' },
} as const satisfies typeof words;

function wordsFor({ type, change }: Facts) {
  return type === 'identity' ? identityWords[change] : words[change];
}

const preview = 'You need not do anything, if it was you.';

export const tokenChanged: Template<Facts> = {
  subject: (facts) => wordsFor(facts).title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={wordsFor(facts).title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>{wordsFor(facts).meaning}</Paragraph>
      <FactTable
        rows={[
          ['Service', facts.type === 'identity' ? '' : facts.service],
          ['When', moment(facts.at, locale)],
        ]}
      />
      <Paragraph>
        If it was you, there is nothing left to do. If not, somebody knows your password: choose a new one with "Forgot
        password?", and tell support.
      </Paragraph>
      <Action href={facts.portalUrl}>Open the portal</Action>
    </Layout>
  ),
};
