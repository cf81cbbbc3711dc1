import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { darkSheet, theme } from './theme.ts';
import { webAddress } from './web-address.ts';

interface LayoutProps {
  title: string;
  preview: string;
  /** Absent in messages that are themselves the answer to "this wasn't me", or that carry nothing to freeze. */
  notMeUrl?: string;
  children: ReactNode;
}

/** What all messages share: word mark, title, body, "this wasn't me", and the promise about codes. Nothing is loaded from anywhere. */
export function Layout({ title, preview, notMeUrl, children }: LayoutProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{title}</title>
        <style>{darkSheet}</style>
      </Head>
      <Body className="lk-ground" style={theme.page}>
        <Preview>{preview}</Preview>
        <Container style={theme.container}>
          <WordMark />
          <Section className="lk-card" style={theme.card}>
            <Heading as="h1" className="lk-strong" style={theme.title}>
              {title}
            </Heading>
            {children}
            {notMeUrl === undefined ? null : <NotMe url={notMeUrl} />}
          </Section>
          <Text className="lk-quiet" style={theme.foot}>
            You get this message because your address belongs to a Latchkey account. Nobody from support will ever ask
            for your password or for a code.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function WordMark() {
  return (
    <Text className="lk-strong" style={theme.mark}>
      Latch
      <span className="lk-accent" style={theme.markAccent}>
        key
      </span>
    </Text>
  );
}

function NotMe({ url }: { url: string }) {
  return (
    <>
      <Hr className="lk-line" style={theme.rule} />
      <Text className="lk-quiet" style={theme.quiet}>
        You know nothing about this? Tell us:{' '}
        <Link className="lk-link" style={theme.link} href={webAddress(url)}>
          This wasn’t me
        </Link>
        . The link opens a page; nothing happens until you confirm there.
      </Text>
    </>
  );
}
