import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

type Facts = MailFacts['restore-code-handed-out'];

const ways = {
  copy: 'Copied for you',
  phone: 'Read out to you on the phone',
  print: 'Printed, for post or in person',
} as const satisfies Record<Facts['way'], string>;

const title = 'Support has seen your restore code';
const preview = 'In order to give it to you. If you did not ask for it, tell support at once.';

export const restoreCodeHandedOut: Template<Facts> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>
        Support has opened the restore code of your identity in order to give it to you.
        {facts.isFresh ? ' It is a new one, and the former one does not work any more.' : ''} Alone it restores nothing:
        whoever enters it also needs the second code, which is mailed only to you.
      </Paragraph>
      <FactTable
        rows={[
          ['How', ways[facts.way]],
          ['Reason given', facts.reason],
          ['When', moment(facts.at, locale)],
        ]}
      />
      <Paragraph>
        If you asked for it, all is well. If not, tell support at once, and have a new restore code made in the app,
        under Restoration settings.
      </Paragraph>
      <Action href={facts.portalUrl}>Open the portal</Action>
    </Layout>
  ),
};
