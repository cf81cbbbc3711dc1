import type { ReactElement } from 'react';

/** How one kind of message is written. */
export interface Template<Facts> {
  /** Written by us alone: no name, device, service or reason ever stands in a subject (M-05). */
  subject: (facts: Facts) => string;
  /** The line that a mailbox shows beside the subject, also on a locked screen: it never holds a code. */
  preview: (facts: Facts) => string;
  Body: (props: { facts: Facts; locale: string }) => ReactElement;
}
