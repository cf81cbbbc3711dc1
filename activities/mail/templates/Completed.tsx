import type { MailFacts } from '../../../contracts/mail.ts';
import type { RecoveryKind } from '../../../domain/words.ts';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { listed, moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const words = {
  enrolment: { title: 'Your token is active', happened: 'Your token is active on your device from now on.' },
  migration: { title: 'Your token has moved', happened: 'Your token works on your new device from now on.' },
  reload: { title: 'Your tokens are back', happened: 'Your tokens work on your device again.' },
} as const satisfies Record<RecoveryKind, { title: string; happened: string }>;

const preview = 'You need not do anything, if it was you.';

export const completed: Template<MailFacts['completed']> = {
  subject: ({ kind }) => words[kind].title,
  preview: () => preview,
  Body: ({ facts, locale }) => {
    const former = facts.fromDevice === facts.toDevice ? '' : facts.fromDevice;
    return (
      <Layout title={words[facts.kind].title} preview={preview} notMeUrl={facts.notMeUrl}>
        <Greeting name={facts.name} />
        <Paragraph>
          {words[facts.kind].happened}
          {former === '' ? '' : ' The former device is refused, and its app removes the token.'}
        </Paragraph>
        <FactTable
          rows={[
            [facts.services.length > 1 ? 'Services' : 'Service', listed(facts.services, locale)],
            ['Works on', facts.toDevice],
            ['No longer on', former],
            ['When', moment(facts.at, locale)],
            ['From', facts.address],
          ]}
        />
        <Paragraph>If it was you, there is nothing left to do.</Paragraph>
      </Layout>
    );
  },
};
