import { randomBytes } from 'node:crypto';
import type { SignInState } from '../../domain/words.ts';

/** One attempt to sign in, from one browser. */
export interface Visit {
  userName: string;
  signIn: string;
  number: string;
  expiresAt: string;
  state: SignInState;
}

/** Which browser is in which sign-in: only the one that began it becomes signed in. Kept in memory, as long as the demonstration runs. */
export class Visits {
  private readonly visits = new Map<string, Visit>();

  constructor(private readonly most = 1_000) {}

  /** @returns what the browser shows to be recognised by; a new one each time, so that nobody can plant one */
  open(visit: Visit): string {
    const id = randomBytes(24).toString('base64url');
    this.visits.set(id, visit);
    const [oldest] = this.visits.keys();
    if (this.visits.size > this.most && oldest !== undefined) this.visits.delete(oldest);
    return id;
  }

  at(id: string | undefined): Visit | undefined {
    return this.visits.get(id ?? '');
  }

  close(id: string | undefined): void {
    this.visits.delete(id ?? '');
  }
}
