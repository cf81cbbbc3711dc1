import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPairing } from '../../device-sdk/pairing-code.ts';
import { Cast } from '../../embedded/people/cast.ts';
import {
  backUp,
  newPasscode,
  paired,
  passcode,
  restorable,
  restored,
  supervisor,
} from '../../embedded/people/identity.ts';
import { startWorld, type World } from '../../embedded/world.ts';
import { approved, handsOut } from './staffing.ts';

let world: World;
let cast: Cast;

beforeAll(async () => {
  // Temporal writes to a file here, and everybody logs what they can.
  world = await startWorld({ say: () => undefined, env: { LOG_LEVEL: 'debug' } });
  cast = await Cast.assemble(world);
}, 180_000);
afterAll(async () => {
  await cast.close();
  await world.stop();
}, 60_000);

/** Every file of this Latchkey, read as it lies on the disk; the outbox shows mails and is sealed in the database. */
async function filesWith(secrets: Buffer[]): Promise<string[]> {
  const folder = join(world.logs, '..');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (secrets.some((secret) => bytes.includes(secret))) found.push(path.slice(folder.length));
  }
  return found;
}

/** As it is shown, as it is judged, and as bytes that somebody has encoded. */
function spellings(secret: string): Buffer[] {
  const plain = secret.replaceAll('-', '');
  const texts = [secret, plain, plain.toLowerCase(), ...[secret, plain].map((one) => Buffer.from(one).toString('hex'))];
  // Base64 depends on where in its text a secret begins; what stands in the middle of it does not.
  const shifted = [0, 1, 2].map((by) =>
    Buffer.from(`${'x'.repeat(by)}${plain}`)
      .toString('base64')
      .slice(4, -4),
  );
  return [...texts, ...shifted].map((text) => Buffer.from(text));
}

test(
  'C-08 INV-14 W-01 no restore code, passcode or pairing secret stands in a file of MongoDB or Temporal, nor in a log',
  { timeout: 180_000 },
  async () => {
    const ana = await restorable(cast, 'canary');
    await restored(cast, ana, { kind: 'duplication' });
    const renewed = await backUp(ana.phone);
    const [sue, sal] = [await supervisor(cast, 'Sue'), await supervisor(cast, 'Sal')];
    await handsOut(sue, ana.accountId, await approved(sue, sal, ana.accountId, 'email'), { way: 'email' });
    await handsOut(sue, ana.accountId, await approved(sue, sal, ana.accountId));
    const { qr } = await paired(cast, ana);
    const { secret, recovery } = readPairing(qr);
    await cast.mailbox.newest(ana.email, 'restore-code');
    // What is held back in memory goes to the disk first; and what must be there is there, or nothing would be proved.
    await cast.founding.database.db.admin().command({ fsync: 1 });
    const searched = await filesWith([Buffer.from(recovery)]);
    expect(searched.some((path) => path.includes('temporal'))).toBe(true);
    expect(searched.some((path) => path.includes('mongo') || path.endsWith('.wt') || path.includes('journal'))).toBe(
      true,
    );
    for (const [what, canary] of Object.entries({ code: ana.restoreCode, renewed, secret }))
      expect([what, await filesWith(spellings(canary))]).toEqual([what, []]);
    const documents = await Promise.all(
      (await cast.founding.database.db.collections()).map((collection) => collection.find().toArray()),
    );
    const text = JSON.stringify(documents);
    for (const canary of [ana.restoreCode, renewed, secret, `"${passcode}"`, `"${newPasscode}"`])
      expect([canary.slice(0, 4), text.includes(canary.replaceAll('-', '')) || text.includes(canary)]).toEqual([
        canary.slice(0, 4),
        false,
      ]);
  },
);
