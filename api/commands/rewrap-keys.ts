import { settingsOrExit } from '../../temporal/settings.ts';
import { keysFrom } from '../../temporal/data-converter.ts';
import { openDatabase } from '../../store/database.ts';
import { rewrapAll } from '../../store/rewrapping.ts';

/**
 * Seals under the first key of LATCHKEY_SEAL_KEYS whatever is under an older one, so that the older ones can be removed; exits with
 * 1 when they must stay. `npm run keys:rewrap`, once every process has the new key first.
 */
const settings = settingsOrExit();
const ring = keysFrom(settings.LATCHKEY_SEAL_KEYS);
const [first, ...older] = ring.map(({ id }) => id);
const database = await openDatabase(settings.MONGODB_URI, settings.MONGODB_DATABASE, 60_000);
const { rewrapped, current, unreadable, left } = await rewrapAll(database, ring);
await database.close();

const done = `${String(rewrapped)} rewrapped under ${String(first)}, ${String(current)} current already`;
for (const id of unreadable) console.error(`no key opens ${id}`);
if (unreadable.length > 0) {
  console.error(`${done}, ${String(unreadable.length)} not opened: no older key may be removed.`);
} else if (left > 0) {
  console.error(
    `${done}, ${String(left)} sealed under an older key meanwhile: no older key may be removed. Restart what still has it first, then run this again.`,
  );
} else {
  console.log(
    `${done}: ${older.length === 0 ? 'there is no older key to remove' : `${older.join(', ')} may be removed`}.`,
  );
}
process.exitCode = unreadable.length > 0 || left > 0 ? 1 : 0;
