import type { MailFacts } from '../../../contracts/mail.ts';
import type { RecoveryKind } from '../../../domain/words.ts';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

type Facts = MailFacts['pairing-started'];

const title = 'Another device is being paired';
const preview = 'Nothing changes until it is confirmed on your device.';

/** Only restoring and duplicating are started by a QR code; the other words are what remains true of them all. */
const purposes = {
  enrolment: 'to take a token',
  migration: 'to move a token there',
  reload: 'to take your tokens there',
  restore: 'to move your identity there',
  duplication: 'to use your identity there as well',
  transfer: 'to transfer tokens there',
  recreation: 'to make a token anew there',
} as const satisfies Record<RecoveryKind, string>;

export const pairingStarted: Template<Facts> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview} notMeUrl={facts.notMeUrl}>
      <Greeting name={facts.name} />
      <Paragraph>
        “Show QR code” was chosen on your device. Whoever scans the code within two minutes can pair another device,{' '}
        {purposes[facts.kind]}. Nothing changes until the same two digits are confirmed on your device, with your
        passcode.
      </Paragraph>
      <FactTable
        rows={[
          ['Shown on', facts.device],
          ['When', moment(facts.at, locale)],
          ['From', facts.address],
        ]}
      />
      <Paragraph>
        If it was you, go on as the app says. If not, somebody has your device and knows your passcode: tell us below,
        and unpair the device in the portal, under Devices.
      </Paragraph>
    </Layout>
  ),
};
