import { Section, Text } from '@react-email/components';
import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { listed, moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import { QrCode } from './QrCode.tsx';
import type { Template } from './template.ts';
import { theme } from './theme.ts';

type Facts = MailFacts['transfer-activation'];

const title = 'Activate your tokens on your new device';
const preview = 'Nothing moves until the new device is activated.';

export const transferActivation: Template<Facts> = {
  subject: () => title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title} preview={preview} notMeUrl={facts.notMeUrl}>
      <Greeting name={facts.name} />
      <Paragraph>
        “Transfer tokens” was chosen on {facts.device === '' ? 'your device' : facts.device}. The tokens keep working
        there until your new device has them.
      </Paragraph>
      {facts.pageUrl === null ? null : <ByPage url={facts.pageUrl} />}
      {facts.qr === null ? null : <ByScan qr={facts.qr} />}
      {facts.code === null ? null : <ByTyping userName={facts.userName} code={facts.code} />}
      <FactTable
        rows={[
          [facts.services.length > 1 ? 'Tokens' : 'Token', listed(facts.services, locale)],
          ['Activate until', moment(facts.until, locale)],
          ['Asked on', facts.device],
          ['When', moment(facts.at, locale)],
          ['From', facts.address],
        ]}
      />
      <Paragraph>
        <strong>Whoever activates first gets the tokens: show this to nobody.</strong> Nobody from support will ever ask
        you for it.
      </Paragraph>
      <Paragraph>
        If it was not you, somebody has your device: do not activate anything, and tell us below, so that it is stopped.
        Then disable the tokens in the portal, under Strong Authentication.
      </Paragraph>
    </Layout>
  ),
};

function ByPage({ url }: { url: string }) {
  return (
    <>
      <Paragraph>
        Open the page below on a screen that your new device can see. There you have the QR code shown, and scan it with
        the app on your new device: “I have an activation code”.
      </Paragraph>
      <Action href={url}>Open the activation page</Action>
    </>
  );
}

function ByScan({ qr }: { qr: string }) {
  return (
    <>
      <Paragraph>On your new device, open the app, choose “I have an activation code”, and scan this.</Paragraph>
      <Section data-qr="true" style={theme.qrBox}>
        <QrCode text={qr} title="QR code that activates your tokens on a new device" />
      </Section>
      <Paragraph>You read this on the new device itself? Then open it there:</Paragraph>
      <Action href={qr}>Open in the app</Action>
    </>
  );
}

function ByTyping({ userName, code }: { userName: string; code: string }) {
  return (
    <>
      <Paragraph>Or type these two, where the app asks for them:</Paragraph>
      <Section className="lk-code" style={theme.codeBox}>
        <Text className="lk-quiet" style={theme.codeLabel}>
          User name
        </Text>
        <Text className="lk-strong" style={theme.codeOwner}>
          {userName}
        </Text>
        <Text className="lk-quiet" style={theme.codeLabel}>
          Activation code
        </Text>
        <Text className="lk-strong" style={theme.activationCode}>
          {code}
        </Text>
      </Section>
    </>
  );
}
