import { orThrow } from './or-throw.ts';
import type { StaffRole } from '../../domain/words.ts';
import { system } from '../../domain/words.ts';
import { openDatabase, inTransaction, type Database } from '../../store/database.ts';
import { createAccount, type NewAccount } from '../../store/accounts.ts';
import { vaultOf } from '../../store/sealing.ts';
import { createStaffMember, insertCredential, staffCollection } from '../../store/staff.ts';
import { keysFrom } from '../../temporal/data-converter.ts';
import { hashPassword } from 'better-auth/crypto';
import { readSettings } from '../../contracts/settings.ts';

/** Those who must be there before anybody can sign in: written to the database directly, as an installer does. */
export class Founding {
  private constructor(
    readonly database: Database,
    private readonly sealKeys: { id: string; key: Uint8Array }[],
  ) {}

  static async open(environment: Record<string, string | undefined>): Promise<Founding> {
    const settings = readSettings(environment);
    const database = await openDatabase(settings.MONGODB_URI, settings.MONGODB_DATABASE, 10_000);
    return new Founding(database, keysFrom(settings.LATCHKEY_SEAL_KEYS));
  }

  /** A member of staff with a password; one who is there already stays as they are. */
  async staff(member: { name: string; email: string; role: StaffRole }, password: string): Promise<void> {
    if ((await staffCollection(this.database).findOne({ email: member.email })) !== null) return;
    orThrow(await createStaffMember(this.database, member, await hashPassword(password), system));
  }

  /** An account with a password, as if its holder had followed the activation mail; one that is there already stays as it is. */
  async account(wanted: NewAccount, password: string): Promise<string> {
    const existing = await this.database.accounts.findOne({ userName: wanted.userName });
    if (existing !== null) return existing._id;
    const account = orThrow(await createAccount(this.database, vaultOf(this.sealKeys), wanted, system));
    const hash = await hashPassword(password);
    await inTransaction(this.database, (session) =>
      insertCredential(this.database, 'portal', account._id, hash, new Date(), session),
    );
    return account._id;
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
