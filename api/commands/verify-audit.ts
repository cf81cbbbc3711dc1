import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readSettings } from '../../contracts/settings.ts';
import { sealingKey, verifyAudit } from '../../store/audit-seals.ts';
import { openDatabase } from '../../store/database.ts';

/**
 * Checks the whole audit chain and names the first bad record; exits with 1 when there is one.
 * `npm run audit:verify -- [file with the public key in PEM]`; without a file, the key of the environment is used.
 */
const settings = readSettings(process.env);
const [keyFile] = process.argv.slice(2);
const key =
  keyFile === undefined ? sealingKey(settings.LATCHKEY_AUDIT_KEY).publicKey : createPublicKey(await readFile(keyFile));
const database = await openDatabase(settings.MONGODB_URI, settings.MONGODB_DATABASE, 60_000);
const { seals, records, unsealed, fault } = await verifyAudit(database, key, settings.LATCHKEY_CHECKPOINT_FILE);
await database.close();
if (fault === null) {
  console.log(
    `The audit is whole: ${String(records)} records under ${String(seals)} seals, ${String(unsealed)} not sealed yet.`,
  );
} else {
  const record = fault.record === undefined ? '' : `, record ${fault.record}`;
  console.error(
    `The audit is not whole: ${fault.what} at seal ${String(fault.seal)}${record}. ${String(records)} records before it are good.`,
  );
  process.exit(1);
}
