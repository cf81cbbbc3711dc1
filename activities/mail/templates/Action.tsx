import { Button, Section } from '@react-email/components';
import { theme } from './theme.ts';
import { webAddress } from './web-address.ts';

/** The one next step of a message. It opens a page and does nothing by itself (M-01). */
export function Action({ href, children }: { href: string; children: string }) {
  return (
    <Section style={theme.buttonRow}>
      <Button className="lk-button" style={theme.button} href={webAddress(href)}>
        {children}
      </Button>
    </Section>
  );
}
