import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const title = 'A token is ready for your device';
const preview = 'Open the app on your device to take it.';

export const tokenReady: Template<MailFacts['token-ready']> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview} notMeUrl={facts.notMeUrl}>
      <Greeting name={facts.name} />
      <Paragraph>
        A token waits for you. Open the app on the device that you want to use, sign in to your account, tap +, then
        Done.
      </Paragraph>
      <FactTable
        rows={[
          ['Service', facts.service],
          ['Waits until', moment(facts.until, locale)],
        ]}
      />
      <Action href={facts.authenticatorUrl}>Open the app</Action>
      <Paragraph>Open this message on that device, and the button leads you straight there.</Paragraph>
    </Layout>
  ),
};
