import { Section, Text } from '@react-email/components';
import type { MailFacts } from '../../../contracts/mail.ts';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';
import { theme } from './theme.ts';

const title = 'Your restore code';
const preview = 'Keep it in a secure place, then delete this message.';

/** Holds a secret, as `mail-code` and `transfer-activation` do; sent by support, under dual control. */
export const restoreCode: Template<MailFacts['restore-code']> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts }) => (
    <Layout title={title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>
        Support sends you the restore code of your identity.
        {facts.isFresh ? ' It is a new one, and the former one does not work any more.' : ''}
      </Paragraph>
      <Section className="lk-code" style={theme.codeBox}>
        <Text className="lk-strong" style={theme.restoreCode}>
          {facts.code}
        </Text>
      </Section>
      <Paragraph>
        To restore your identity, choose “Restore old ID” in the app on your new device, and enter your user name and
        this code. The second code comes by mail when you do.
      </Paragraph>
      <FactTable rows={[['Reason given', facts.reason]]} />
      <Paragraph>
        <strong>Write it down, keep it in a secure place, and delete this message.</strong> Whoever can read this
        mailbox could otherwise take your identity.
      </Paragraph>
      <Paragraph>
        If you did not ask for it, tell support at once, and have a new restore code made in the app, under Restoration
        settings.
      </Paragraph>
    </Layout>
  ),
};
