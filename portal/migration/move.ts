import type { Recovery } from '../../contracts/recoveries.ts';

/** What is about to move: enough to name it. */
export interface Move {
  token: string;
  service: string;
  device: string;
}

export type MailChallenge = NonNullable<Recovery['challenge']>;
