import type { MailFacts } from '../../../contracts/mail.ts';
import type { RecoveryKind } from '../../../domain/words.ts';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { listed, moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import { servicesRow } from './services-row.ts';
import type { Template } from './template.ts';

const refusedThere = 'The former device is refused, and its app removes the token.';

/** `removed` is said only where there is a former device. */
const words = {
  enrolment: {
    title: 'Your token is active',
    happened: 'Your token is active on your device from now on.',
    removed: refusedThere,
  },
  migration: {
    title: 'Your token has moved',
    happened: 'Your token works on your new device from now on.',
    removed: refusedThere,
  },
  reload: {
    title: 'Your tokens are back',
    happened: 'Your tokens work on your device again.',
    removed: refusedThere,
  },
  restore: {
    title: 'Your identity was restored',
    happened:
      'Your identity is ready to use on your new device. Every other device that had it is refused from now on, and its app removes it.',
    removed: '',
  },
  duplication: {
    title: 'Your identity is on a further device',
    happened:
      'Your identity is ready to use on a further device, with a key of its own there. The portal shows, under Devices, where it is now.',
    removed: 'Here it is to be on one device alone: it is refused on the former one, and its app removes it.',
  },
  transfer: {
    title: 'Your tokens have moved',
    happened: 'Your tokens work on your new device from now on.',
    removed: 'Codes of the former device are refused, and its app removes the tokens.',
  },
  recreation: {
    title: 'Your new token works',
    happened: 'Your token was made anew, with a new serial number, and works from now on.',
    removed: 'The former one is refused for good, and its app removes it.',
  },
} as const satisfies Record<RecoveryKind, { title: string; happened: string; removed: string }>;

const preview = 'You need not do anything, if it was you.';

/** A duplication takes the identity from the first device only where policy has it so: then that device is among the unpaired. */
function formerDevice({ kind, unpaired, fromDevice, toDevice }: MailFacts['completed'], locale: string): string {
  if (unpaired.length > 0) return listed(unpaired, locale);
  return kind === 'duplication' || fromDevice === toDevice ? '' : fromDevice;
}

export const completed: Template<MailFacts['completed']> = {
  subject: ({ kind }) => words[kind].title,
  preview: () => preview,
  Body: ({ facts, locale }) => {
    const { title, happened, removed } = words[facts.kind];
    const former = formerDevice(facts, locale);
    return (
      <Layout title={title} preview={preview} notMeUrl={facts.notMeUrl}>
        <Greeting name={facts.name} />
        <Paragraph>{former === '' ? happened : `${happened} ${removed}`.trim()}</Paragraph>
        <FactTable
          rows={[
            servicesRow(facts, locale),
            ['Works on', facts.toDevice],
            ['No longer on', former],
            ['When', moment(facts.at, locale)],
            ['From', facts.address],
          ]}
        />
        <Paragraph>If it was you, there is nothing left to do.</Paragraph>
      </Layout>
    );
  },
};
