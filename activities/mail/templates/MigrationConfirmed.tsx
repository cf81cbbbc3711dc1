import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const title = 'Your token is ready to move';
const preview = 'Open the app on your new device to take it. Until then the old device keeps working.';

export const migrationConfirmed: Template<MailFacts['migration-confirmed']> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview} notMeUrl={facts.notMeUrl}>
      <Greeting name={facts.name} />
      <Paragraph>
        You confirmed that your token moves to a new device. Open the app on that device, sign in to your account, tap
        +, then Done.
      </Paragraph>
      <FactTable
        rows={[
          ['Service', facts.service],
          ['Still works on', facts.device],
          ['Waits until', moment(facts.until, locale)],
        ]}
      />
      <Action href={facts.authenticatorUrl}>Open the app</Action>
      <Paragraph>
        Until the new device has the token, the old one keeps working. If you let the time pass, everything stays as it
        is.
      </Paragraph>
    </Layout>
  ),
};
