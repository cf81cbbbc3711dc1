import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Settings } from '../contracts/settings.ts';
import type { Policy } from '../domain/policy.ts';
import type { SealingKey } from '../store/audit-seals.ts';
import type { Database } from '../store/database.ts';
import type { Vault } from '../store/sealing.ts';
import type { RateLimits } from './rate-limits.ts';
import type { PortalRealm } from './sign-in/portal-realm.ts';
import type { StaffRealm } from './sign-in/staff-realm.ts';

/** What the API is made of; handed in once, so that a test can run it in its own process. */
export interface ApiDependencies {
  settings: Settings;
  database: Database;
  temporal: Client;
  vault: Vault;
  masterKey: Uint8Array;
  policy: Policy;
  auditKey: SealingKey;
  rateLimits: RateLimits;
  portalRealm: PortalRealm;
  staffRealm: StaffRealm;
  log: Logger;
}
