import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

const title = 'Your identity is ready';
const preview = 'You can sign in with it from now on.';

export const identityCreated: Template<MailFacts['identity-created']> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview}>
      <Greeting name={facts.name} />
      <Paragraph>
        An identity was created for your account. Its key is on your device alone, behind your passcode, and you can
        sign in with it from now on.
      </Paragraph>
      <FactTable
        rows={[
          ['Device', facts.device],
          ['When', moment(facts.at, locale)],
          ['From', facts.address],
        ]}
      />
      <Paragraph>
        Phones get lost. Activate the restore function in the app, under Restoration settings, so that you can have your
        identity back on another one.
      </Paragraph>
      <Paragraph>
        If it was not you, somebody is signed in to your account: unpair the device in the portal, under Devices, choose
        a new password with "Forgot password?", and tell support.
      </Paragraph>
      <Action href={facts.portalUrl}>Open the portal</Action>
    </Layout>
  ),
};
