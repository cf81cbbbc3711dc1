import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { hashPassword } from 'better-auth/crypto';
import { CreateStaffMember } from '../../contracts/accounts.ts';
import { readSettings } from '../../contracts/settings.ts';
import { isRefusal, refusals } from '../../domain/refusals.ts';
import { system } from '../../domain/words.ts';
import { openDatabase } from '../../store/database.ts';
import { createStaffMember } from '../../store/staff.ts';

/**
 * Adds a member of staff: how the first administrator comes to be. The password is read from standard input.
 * `npm run staff:add -- <email> <role> <name>`
 */
const [email, role, ...name] = process.argv.slice(2);
const password = (await text(process.stdin)).replace(/\r?\n$/, '');
const wanted = CreateStaffMember.safeParse({ email, role, name: name.join(' '), password });
if (!wanted.success) {
  console.error(
    `Usage: npm run staff:add -- <email> <role> <name>, with the password on standard input.\n${z.prettifyError(wanted.error)}`,
  );
  process.exit(2);
}
const settings = readSettings(process.env);
const database = await openDatabase(settings.MONGODB_URI, settings.MONGODB_DATABASE, 10_000);
const { password: chosen, ...member } = wanted.data;
const added = await createStaffMember(database, member, await hashPassword(chosen), system);
await database.close();
if (isRefusal(added)) {
  console.error(refusals[added.refused].title);
  process.exit(1);
}
console.log(`${added.email} can sign in to the console as ${added.role}, and is asked to set up a second factor.`);
