import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const title = 'Your security questions were set';
const preview = 'You need not do anything, if it was you.';

export const questionsSet: Template<MailFacts['questions-set']> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>
        The answers to your security questions were set. Former ones count no more. Three of them are asked if you ever
        misplace your token; nobody can read them, we neither.
      </Paragraph>
      <FactTable
        rows={[
          ['When', moment(facts.at, locale)],
          ['From', facts.address],
        ]}
      />
      <Paragraph>
        If it was not you, choose a new password with “Forgot password?”, set them anew under Manage my account, and
        tell support.
      </Paragraph>
      <Action href={facts.portalUrl}>Open the portal</Action>
    </Layout>
  ),
};
