import type { MailFacts } from '../../../contracts/mail.ts';
import type { RecoveryKind } from '../../../domain/words.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { kindWords } from './kind-words.ts';
import { Layout } from './Layout.tsx';
import { Greeting, Paragraph } from './Paragraph.tsx';
import { servicesRow } from './services-row.ts';
import type { Template } from './template.ts';

type Facts = MailFacts['ended'];

const endings = {
  cancelled: 'was cancelled',
  expired: 'has expired',
  locked: 'was stopped',
  failed: 'could not be finished',
} as const satisfies Record<Facts['outcome'], string>;

const cancelledBy = {
  you: 'You cancelled it.',
  support: 'Support cancelled it.',
  us: 'We cancelled it.',
} as const satisfies Record<Facts['by'], string>;

const whatStays = {
  enrolment: 'No token was bound to a device.',
  migration: 'Nothing has changed: your token works on the device where it was.',
  reload: 'Nothing has changed: your tokens are as they were before.',
  restore: 'Nothing has changed: your identity is on the devices where it was.',
  duplication: 'Nothing has changed: your identity is on the devices where it was, and on no other.',
  transfer: 'Nothing has changed: your tokens work on the device where they were.',
  recreation: 'Your token is as it was before, and no new one was made.',
} as const satisfies Record<RecoveryKind, string>;

const whatNext = {
  enrolment: 'If you still need the token, ask support to invite you again.',
  migration: 'If you still want to move it, start again in the portal.',
  reload: 'If you still want them back, open the app and start again. The portal shows how they stand.',
  restore: 'If you still want your identity on another device, open the app there and start again.',
  duplication: 'If you still want to use your identity on a further device, open the app there and start again.',
  transfer: 'If you still want to move them, open the app on your old device and choose Transfer tokens again.',
  recreation: 'If you still need a new one, choose “I have misplaced my token” in the portal again.',
} as const satisfies Record<RecoveryKind, string>;

function staying({ kind, isSuspended }: Facts): string {
  return isSuspended ? 'You said that your token was lost: it stays suspended.' : whatStays[kind];
}

function title({ kind, outcome }: Facts): string {
  return `Your ${kindWords[kind]} ${endings[outcome]}`;
}

function whatHappened({ outcome, by }: Facts): string {
  if (outcome === 'cancelled') return cancelledBy[by];
  if (outcome === 'expired') return 'The time for it is over.';
  if (outcome === 'locked') return 'A wrong code was entered too often, so we stopped it to protect you.';
  return 'Something broke on our side, and support can see it.';
}

export const ended: Template<Facts> = {
  subject: title,
  preview: staying,
  Body: ({ facts, locale }) => (
    <Layout title={title(facts)} preview={staying(facts)} notMeUrl={facts.notMeUrl}>
      <Greeting name={facts.name} />
      <Paragraph>
        {whatHappened(facts)} {staying(facts)}
      </Paragraph>
      <FactTable rows={[servicesRow(facts, locale), ['Reason given', facts.reason]]} />
      <Paragraph>{whatNext[facts.kind]}</Paragraph>
      <Action href={facts.portalUrl}>Open the portal</Action>
    </Layout>
  ),
};
