import type { MailFacts } from '../../../contracts/mail.ts';
import type { RecoveryKind } from '../../../domain/words.ts';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

type Facts = MailFacts['restore-tried'];

const title = 'A second restore was refused';
const preview = 'Your restore code was entered again while one is under way.';

const attempts = {
  enrolment: 'take a token',
  migration: 'move a token',
  reload: 'take your tokens back',
  restore: 'restore your identity',
  duplication: 'use your identity on a further device',
  transfer: 'transfer tokens',
  recreation: 'make a token anew',
} as const satisfies Record<RecoveryKind, string>;

export const restoreTried: Template<Facts> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview} notMeUrl={facts.notMeUrl}>
      <Greeting name={facts.name} />
      <Paragraph>
        Somebody entered your restore code to {attempts[facts.kind]}, while your identity is being restored or
        duplicated already. We refused it; what is under way goes on.
      </Paragraph>
      <FactTable
        rows={[
          ['When', moment(facts.at, locale)],
          ['From', facts.address],
        ]}
      />
      <Paragraph>
        If it was you, finish the one that you began, on the device where you began it. If you do not know about either,
        somebody has your restore code: tell us below, then have a new one made in the app, under Restoration settings.
      </Paragraph>
    </Layout>
  ),
};
