import { readSettings } from '../../contracts/settings.ts';
import { Email } from '../../contracts/words.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { system } from '../../domain/words.ts';
import { openDatabase } from '../../store/database.ts';
import { removeSecondFactor } from '../../store/staff-factors.ts';

/**
 * Lets a member of staff in again who has lost second factor and backup codes. Make sure that it is them who ask.
 * `npm run staff:remove-factor -- <email>`
 */
const [typed, ...more] = process.argv.slice(2);
const email = Email.safeParse(typed);
if (!email.success || more.length > 0) {
  console.error('Usage: npm run staff:remove-factor -- <email>');
  process.exit(2);
}
const settings = readSettings(process.env);
const database = await openDatabase(settings.MONGODB_URI, settings.MONGODB_DATABASE, 10_000);
const removed = await removeSecondFactor(database, email.data, system);
await database.close();
if (isRefusal(removed)) {
  console.error(`No member of staff has the address ${email.data}.`);
  process.exit(1);
}
console.log(
  `${removed.email} is signed out everywhere, signs in with the password alone, and is asked to set up a second factor.`,
);
