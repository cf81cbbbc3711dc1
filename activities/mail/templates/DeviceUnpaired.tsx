import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

type Facts = MailFacts['device-unpaired'];

const title = 'Your identity was removed from a device';
const preview = 'It cannot be used there any more.';

const ifNotExpected = {
  you: 'If it was not you, choose a new password with "Forgot password?", and tell support. To have your identity back on that device, restore it there or pair the device again.',
  support:
    'If you did not ask support for it, tell them at once. To have your identity back on that device, restore it there or pair the device again.',
} as const satisfies Record<Facts['by'], string>;

export const deviceUnpaired: Template<Facts> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>
        {facts.by === 'support' ? 'Support has unpaired a device of yours.' : 'A device of yours was unpaired.'} Your
        identity cannot be used there any more, also while the device is offline; its app removes it at its next
        contact.
      </Paragraph>
      <FactTable
        rows={[
          ['Device', facts.device],
          ['Reason given', facts.reason],
          ['When', moment(facts.at, locale)],
          ['From', facts.address],
        ]}
      />
      <Paragraph>{ifNotExpected[facts.by]}</Paragraph>
      <Action href={facts.portalUrl}>Open the portal</Action>
    </Layout>
  ),
};
