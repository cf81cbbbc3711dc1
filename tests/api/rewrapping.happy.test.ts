import { randomBytes, randomUUID } from 'node:crypto';
import { Collection } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { system } from '../../domain/words.ts';
import { orThrow } from '../../embedded/people/or-throw.ts';
import { ends } from '../program.ts';
import { createAccount } from '../../store/accounts.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { newId } from '../../store/ids.ts';
import { letterPlace, queueLetter } from '../../store/letters.ts';
import { outboxPlace } from '../../store/mails.ts';
import { rewrapAll } from '../../store/rewrapping.ts';
import { dataKeyPlace, seal, seedPlace, unseal, vaultOf, type SealKey } from '../../store/sealing.ts';

const old: SealKey = { id: 'seal-1', key: randomBytes(32) };
const newer: SealKey = { id: 'seal-2', key: randomBytes(32) };
const both = [newer, old];
const letter = { template: 'repudiated' as const, locale: 'en', facts: { name: 'Ana', services: ['VPN'] } };
const secret = Buffer.from('what was sealed');
const seed = (accountId: string) => seedPlace(`bnd_${accountId}`);

// A database of its own: the servers that all files share keep their one key.
let database: Database;
let name = '';
/** What an account's data key has sealed. */
let kept: Map<string, ReturnType<typeof seal>>;

beforeEach(async () => {
  name = `rewrap-${randomUUID().slice(0, 8)}`;
  database = await openDatabase(inject('settings')['MONGODB_URI'] ?? '', name, 20_000);
  kept = new Map();
  return async () => {
    await database.db.dropDatabase();
    await database.close();
  };
});
afterEach(() => vi.restoreAllMocks());

async function anAccount(ring: SealKey[]): Promise<string> {
  const userName = `ana-${randomUUID()}`;
  const wanted = { userName, name: 'Ana', email: `${userName}@example.org`, locale: 'en' };
  const vault = vaultOf(ring);
  const { _id, dataKey } = orThrow(await createAccount(database, vault, wanted, system));
  kept.set(_id, seal(vault.open(_id, dataKey), seed(_id), secret));
  return _id;
}

const aLetter = (ring: SealKey[]) =>
  queueLetter(database, vaultOf(ring), { accountId: 'acc_a', email: 'ana@example.org' }, letter);

async function aMail([key]: SealKey[]): Promise<void> {
  if (key === undefined) throw new Error('no key');
  const _id = newId('mail');
  const body = seal(key, outboxPlace(_id), secret);
  const about = { recoveryId: null, accountId: 'acc_a', template: 'repudiated', to: 'ana@example.org' };
  const sent = { state: 'accepted' as const, providerId: null, detail: null, at: new Date() };
  await database.mails.insertOne({ _id, ...about, ...sent, body });
}

/** More accounts than one batch takes, written faster than through their door. */
async function aCrowd(size: number): Promise<void> {
  const vault = vaultOf([old]);
  const template = await database.accounts.findOne({ _id: await anAccount([old]) });
  if (template === null) throw new Error('no account');
  await database.accounts.insertMany(
    Array.from({ length: size }, () => {
      const _id = newId('acc');
      const dataKey = vault.newDataKey(_id);
      kept.set(_id, seal(vault.open(_id, dataKey), seed(_id), secret));
      return { ...template, _id, userName: _id, email: _id, dataKey };
    }),
  );
}

/** @returns how many values opened; throws at the first that does not */
async function readEverything(ring: SealKey[]): Promise<number> {
  const [accounts, letters, mails] = await Promise.all([
    database.accounts.find().toArray(),
    database.letters.find().toArray(),
    database.mails.find().toArray(),
  ]);
  for (const { _id, dataKey } of accounts) {
    const sealed = kept.get(_id);
    if (sealed === undefined) throw new Error(`${_id} has nothing`);
    expect(Buffer.from(unseal([vaultOf(ring).open(_id, dataKey)], seed(_id), sealed))).toEqual(secret);
  }
  for (const { _id, letter: sealed } of letters)
    expect(JSON.parse(Buffer.from(unseal(ring, letterPlace(_id), sealed)).toString())).toEqual(letter);
  for (const { _id, body } of mails)
    if (body !== null) expect(Buffer.from(unseal(ring, outboxPlace(_id), body))).toEqual(secret);
  return accounts.length + letters.length + mails.length;
}

/** Has something happen between reading the first batch and writing it. */
function beforeTheFirstWrite(happens: () => Promise<unknown>): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const write = Collection.prototype.bulkWrite;
  vi.spyOn(Collection.prototype, 'bulkWrite').mockImplementationOnce(async function (this: Collection, ...given) {
    await happens();
    return write.apply(this, given);
  });
}

describe('K-02 after a rotation', () => {
  test('K-02 everything is read with the new key alone, also what was written meanwhile', async () => {
    await aCrowd(1_100);
    for (let number = 0; number < 10; number++) await Promise.all([aLetter([old]), aMail([old])]);
    await database.mails.insertOne({ ...(await anyMail()), _id: 'mail_without_body', body: null });
    const over = new AbortController();
    let written = 0;
    const people = (async () => {
      while (!over.signal.aborted || written < 5) {
        await Promise.all([anAccount(both), aLetter(both), aMail(both)]);
        await database.accounts.updateMany({}, { $inc: { failures: 1 } });
        await database.letters.deleteOne({});
        written += 1;
      }
    })();
    const first = await rewrapAll(database, both);
    over.abort();
    await people;
    expect(first).toMatchObject({ unreadable: [], left: 0 });
    expect(first.rewrapped).toBeGreaterThanOrEqual(1_110);
    expect(await readEverything([newer])).toBeGreaterThan(1_110);
    expect(await database.accounts.countDocuments({ failures: written })).toBeGreaterThanOrEqual(1_101);
  });

  test('K-02 run again, and by two at once, it does what is left to do', async () => {
    await aCrowd(600);
    const [one, other] = await Promise.all([rewrapAll(database, both), rewrapAll(database, both)]);
    expect(one.rewrapped + other.rewrapped).toBe(601);
    expect(await rewrapAll(database, both)).toEqual({ rewrapped: 0, current: 601, unreadable: [], left: 0 });
    expect(await readEverything([newer])).toBe(601);
  });

  test('K-02 cut off halfway, everything opens with both keys, and the next run goes on', async () => {
    await aCrowd(600);
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const write = Collection.prototype.bulkWrite;
    vi.spyOn(Collection.prototype, 'bulkWrite')
      .mockImplementationOnce(function (this: Collection, ...given) {
        return write.apply(this, given);
      })
      .mockRejectedValueOnce(new Error('killed'));
    await expect(rewrapAll(database, both)).rejects.toThrow('killed');
    expect(await readEverything(both)).toBe(601);
    expect(await rewrapAll(database, both)).toEqual({ rewrapped: 101, current: 500, unreadable: [], left: 0 });
    expect(await readEverything([newer])).toBe(601);
  });

  test('K-02 what changes or goes between reading and writing is not overwritten', async () => {
    const [changed, gone] = [await anAccount([old]), await anAccount([old])];
    const another = seal(newer, dataKeyPlace(changed), randomBytes(32));
    beforeTheFirstWrite(async () => {
      await database.accounts.updateOne({ _id: changed }, { $set: { dataKey: another } });
      await database.accounts.deleteOne({ _id: gone });
    });
    expect(await rewrapAll(database, both)).toEqual({ rewrapped: 0, current: 0, unreadable: [], left: 0 });
    expect(await database.accounts.find().toArray()).toMatchObject([{ _id: changed, dataKey: another }]);
  });

  test('K-02 a process that still seals with the old key is noticed', async () => {
    await anAccount([old]);
    beforeTheFirstWrite(() => Promise.all([aLetter(both), aMail([old]), anAccount(both)]));
    vi.spyOn(Collection.prototype, 'countDocuments').mockImplementationOnce(async () => {
      await aLetter([old]);
      return 0;
    });
    expect(await rewrapAll(database, both)).toMatchObject({ unreadable: [], left: 1 });
    expect(await rewrapAll(database, both)).toMatchObject({ unreadable: [], left: 0 });
  });

  test('K-02 what no key opens is named, also under a familiar id, and the rest is rewrapped', async () => {
    const lost = await anAccount([{ id: 'seal-0', key: randomBytes(32) }]);
    const reused = await anAccount([{ id: newer.id, key: randomBytes(32) }]);
    await anAccount([old]);
    const before = await database.accounts.find({ _id: { $in: [lost, reused] } }).toArray();
    const { unreadable, ...counts } = await rewrapAll(database, both);
    expect(new Set(unreadable)).toEqual(new Set([`accounts/${lost}`, `accounts/${reused}`]));
    expect(counts).toEqual({ rewrapped: 1, current: 0, left: 1 });
    expect(await database.accounts.find({ _id: { $in: [lost, reused] } }).toArray()).toEqual(before);
  });
});

describe('K-02 the command', () => {
  test('K-02 says in one line that the old key may go; what it cannot open it names, and exits with 1', async () => {
    const account = await anAccount([old]);
    await aLetter([newer]);
    expect(await command(both)).toEqual({
      code: 0,
      said: '1 rewrapped under seal-2, 1 current already: seal-1 may be removed.\n',
    });
    expect(await command([old])).toEqual({
      code: 1,
      said: expect.stringMatching(
        new RegExp(`^no key opens accounts/${account}\nno key opens letters/mail_.*\n0 rewrapped .* 2 not opened`),
      ),
    });
  });
});

async function anyMail() {
  const mail = await database.mails.findOne();
  if (mail === null) throw new Error('no mail');
  return mail;
}

function command(ring: SealKey[]) {
  const keys = ring.map(({ id, key }) => `${id}:${Buffer.from(key).toString('base64')}`).join(',');
  const settings = { ...inject('settings'), MONGODB_DATABASE: name, LATCHKEY_SEAL_KEYS: keys };
  return ends('api/commands/rewrap-keys.ts', settings);
}
