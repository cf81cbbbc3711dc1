import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { Layout } from './Layout.tsx';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const title = 'Choose a new password';
const preview = 'Somebody, hopefully you, asked for a new password. Nothing has changed so far.';

export const passwordReset: Template<MailFacts['password-reset']> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts }) => (
    <Layout title={title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>
        Somebody, hopefully you, asked for a new password for your account. Nothing has changed so far. The link works
        once and for a short time.
      </Paragraph>
      <Action href={facts.resetUrl}>Choose a new password</Action>
      <Paragraph>
        If it was not you, you need not do anything: your password stays as it is. Do not pass this message on.
      </Paragraph>
    </Layout>
  ),
};
