import type { MailFacts } from '../../../contracts/mail.ts';
import { FactTable } from './FactTable.tsx';
import { kindWords } from './kind-words.ts';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

type Facts = MailFacts['extended'];

const preview = 'Support gave you more time. Go on where you stopped.';

function title({ kind }: Facts): string {
  return `You have more time for your ${kindWords[kind]}`;
}

export const extended: Template<Facts> = {
  subject: title,
  preview: () => preview,
  Body: ({ facts, locale }) => (
    <Layout title={title(facts)} preview={preview} notMeUrl={facts.notMeUrl}>
      <Greeting name={facts.name} />
      <Paragraph>Support gave you more time for your {kindWords[facts.kind]}. Go on where you stopped.</Paragraph>
      <FactTable
        rows={[
          ['Now ends', moment(facts.until, locale)],
          ['Reason given', facts.reason],
        ]}
      />
      <Paragraph>If you let the time pass, everything stays as it is.</Paragraph>
    </Layout>
  ),
};
