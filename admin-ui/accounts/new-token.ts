import type { z } from 'zod';
import { CreateToken } from '../../contracts/accounts.ts';

/** What the form holds: the certificate's parts stay filled in while its switch is off. */
export interface NewToken {
  service: string;
  type: string;
  hasCertificate: boolean;
  certificate: { subject: string; kind: string; expiresOn: string };
}

/** The command that a filled form means, or `undefined` while something is missing. */
export function tokenCommand(account: string, form: NewToken): z.input<typeof CreateToken> | undefined {
  const { service, type, hasCertificate, certificate } = form;
  const command = CreateToken.safeParse({
    account,
    service,
    type,
    ...(hasCertificate && {
      certificate: {
        subject: certificate.subject,
        kind: certificate.kind,
        expiresAt: endOfDay(certificate.expiresOn),
      },
    }),
  });
  return command.success ? command.data : undefined;
}

/** A certificate is good to the end of its last day, UTC. */
function endOfDay(day: string): string {
  return `${day}T23:59:59.000Z`;
}
