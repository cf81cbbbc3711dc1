import type { MailTransport } from '../contracts/mail.ts';
import type { Policy } from '../domain/policy.ts';
import type { Database } from '../store/database.ts';
import type { Vault } from '../store/sealing.ts';

/** What activities are made of; handed in once. */
export interface ActivityDependencies {
  database: Database;
  vault: Vault;
  masterKey: Uint8Array;
  policy: Policy;
  /** A provider; `undefined` for the outbox, which is a collection. */
  transport: MailTransport | undefined;
  portalUrl: string;
  authenticatorUrl: string;
}
