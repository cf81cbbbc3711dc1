import type { MailFacts } from '../../../contracts/mail.ts';
import { Action } from './Action.tsx';
import { FactTable } from './FactTable.tsx';
import { Layout } from './Layout.tsx';
import { moment } from './moments.ts';
import { Greeting, Paragraph } from './Paragraph.tsx';
import type { Template } from './template.ts';

type Facts = MailFacts['recreation-news'];

const preview = 'You need not do anything, if it was you.';

const words = {
  started: {
    title: 'Your token is to be made anew',
    happened: 'In the portal, “I have misplaced my token” was chosen, and your password was entered once more.',
    next: 'Nothing changes before the security questions are answered and the portal is told what has happened.',
    until: 'Open until',
  },
  'support-asked': {
    title: 'Support will make sure that it is you',
    happened: 'You asked support for help, because you cannot answer your security questions.',
    next: 'They verify who you are: by calling the number on file, in person, or through your manager. They never ask for your password, nor for a code.',
    until: 'They answer by',
  },
  'caller-approved': {
    title: 'Support has verified you',
    happened: 'Support has made sure that it is you.',
    next: 'Sign in to the portal and go on where you stopped.',
    until: 'Open until',
  },
  'caller-declined': {
    title: 'Support could not verify you yet',
    happened: 'A supervisor has looked at how you were verified, and asks for it to be done again.',
    next: 'Your request stays in their queue; they get in touch with you.',
    until: 'Open until',
  },
  'recreation-confirmed': {
    title: 'Your token is suspended',
    happened: 'You confirmed that your token is to be made anew. Its codes are refused from now on, wherever it is.',
    next: 'Go on in the portal: it shows a serial number and an activation code for your app.',
    until: 'Open until',
  },
} as const satisfies Record<Facts['news'], { title: string; happened: string; next: string; until: string }>;

function outlook({ news, isLost }: Facts): string {
  if (news !== 'recreation-confirmed') return '';
  return isLost
    ? 'You said that it was lost: it stays suspended, whatever becomes of this.'
    : 'If you do not finish, it works again as before.';
}

export const recreationNews: Template<Facts> = {
  subject: ({ news }) => words[news].title,
  preview: () => preview,
  Body: ({ facts, locale }) => {
    const { title, happened, next, until } = words[facts.news];
    return (
      <Layout title={title} preview={preview} notMeUrl={facts.notMeUrl}>
        <Greeting name={facts.name} />
        <Paragraph>{happened}</Paragraph>
        <Paragraph>{`${next} ${outlook(facts)}`.trim()}</Paragraph>
        <FactTable
          rows={[
            ['Service', facts.service],
            ['When', moment(facts.at, locale)],
            ['From', facts.address],
            [until, moment(facts.until, locale)],
          ]}
        />
        <Action href={facts.portalUrl}>Open it in the portal</Action>
      </Layout>
    );
  },
};
