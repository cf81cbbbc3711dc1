import type { MailFacts } from '../../../contracts/mail.ts';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { listed } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const title = 'We stopped what was not you';
const preview = 'Support knows about it and will get in touch.';

export const repudiated: Template<MailFacts['repudiated']> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview}>
      <Greeting name={facts.name} />
      {facts.services.length === 0 ? (
        <Paragraph>
          You told us: “This wasn’t me”. We stopped what was going on. Your tokens are as they were.
        </Paragraph>
      ) : (
        <>
          <Paragraph>
            You told us: “This wasn’t me”. We suspended what was recovered, so it works on no device for the time being.
          </Paragraph>
          <FactTable rows={[[facts.services.length > 1 ? 'Services' : 'Service', listed(facts.services, locale)]]} />
        </>
      )}
      <Paragraph>
        Support has a case about it and will get in touch with you. Whoever gets in touch will not need a code or your
        password.
      </Paragraph>
      <Paragraph>
        Please choose a new password for your account, and for this mailbox too if somebody else may know it.
      </Paragraph>
    </Layout>
  ),
};
