import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const title = 'Your Latchkey account is ready';
const preview = 'Choose a password to begin.';

export const activation: Template<MailFacts['activation']> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts }) => (
    <Layout title={title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>
        An account was created for you. It looks after the tokens that you sign in with, and gives them back to you when
        a device is replaced or lost.
      </Paragraph>
      <Paragraph>Choose a password first. We write again as soon as a token waits for your device.</Paragraph>
      <FactTable rows={[['User name', facts.userName]]} />
      <Action href={facts.setPasswordUrl}>Choose a password</Action>
      <Paragraph>
        If you do not expect an account, you need not do anything: without a password it cannot be used.
      </Paragraph>
    </Layout>
  ),
};
