import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { sealAudit, sealingKey, verifyAudit } from '../../store/audit-seals.ts';
import { writeAudit } from '../../store/audit.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { system } from '../../domain/words.ts';

// A database of its own: what is tampered with here must not be found in everybody's chain.
const key = sealingKey(inject('settings')['LATCHKEY_AUDIT_KEY'] ?? '');
let database: Database;
let checkpoints = '';
let ids: string[] = [];

beforeEach(async () => {
  const name = `audit-${randomUUID().slice(0, 8)}`;
  database = await openDatabase(inject('settings')['MONGODB_URI'] ?? '', name, 10_000);
  checkpoints = join(tmpdir(), `${name}.jsonl`);
  ids = Array.from({ length: 250 }, (_, number) => `aud_${String(number).padStart(3, '0')}`);
  const at = Date.now() - 600_000;
  for (const [number, id] of ids.entries()) await write(id, at + number);
  await sealAudit(database, key, checkpoints);
  return async () => {
    await database.db.dropDatabase();
    await database.close();
    await rm(checkpoints, { force: true });
  };
});
const write = (id: string, at: number) =>
  writeAudit(database, {
    id,
    at: new Date(at),
    what: 'thing.done',
    actor: system,
    object: { kind: 'audit', id },
    account: null,
  });
const fault = async () => (await verifyAudit(database, key.publicKey, checkpoints)).fault;

describe('A-02 INV-8 the chain in the database', () => {
  test('A-02 verifies, in seals of a hundred at most; sealing again changes nothing', async () => {
    expect(await verifyAudit(database, key.publicKey, checkpoints)).toEqual({
      seals: 3,
      records: 250,
      unsealed: 0,
      fault: null,
    });
    expect(await sealAudit(database, key, checkpoints)).toBe(0);
  });

  test('A-02 what an outage left unsealed is sealed entirely, however old and however much', async () => {
    const sealed = await database.seals.find().sort({ _id: 1 }).toArray();
    expect(sealed.map(({ records }) => records.length)).toEqual([100, 100, 50]);
    expect(sealed.flatMap(({ records }) => records.map(({ id }) => id))).toEqual(ids);
  });

  test('A-02 a record that committed after newer ones were sealed gets into the next seal, once', async () => {
    const newest = await database.audit.findOne({ _id: ids.at(-1) ?? '' });
    await write('aud_late', (newest?.at.getTime() ?? 0) - 60_000);
    expect(await sealAudit(database, key, checkpoints)).toBe(1);
    expect(await sealAudit(database, key, checkpoints)).toBe(0);
    expect(await verifyAudit(database, key.publicKey, checkpoints)).toMatchObject({ records: 251, fault: null });
  });

  test('A-02 two who seal at once seal each record once', async () => {
    for (let number = 0; number < 300; number++) await write(`aud_more_${String(number)}`, Date.now() + number);
    await Promise.all([sealAudit(database, key, checkpoints), sealAudit(database, key, checkpoints)]);
    await sealAudit(database, key, checkpoints);
    const sealed = (await database.seals.find().toArray()).flatMap(({ records }) => records.map(({ id }) => id));
    expect(sealed).toHaveLength(550);
    expect(new Set(sealed).size).toBe(550);
    expect(await fault()).toBeNull();
  });

  test('an index of a former version goes at the next start', async () => {
    await database.audit.createIndex({ at: -1 });
    const again = await openDatabase(inject('settings')['MONGODB_URI'] ?? '', database.db.databaseName, 10_000);
    await again.close();
    const names = (await database.audit.indexes()).map(({ name }) => name);
    expect(names).toContain('at_1__id_1');
    expect(names).not.toContain('at_-1');
  });

  test('INV-8 an edited, and then a deleted, record is named', async () => {
    await database.audit.updateOne({ _id: 'aud_120' }, { $set: { what: 'nothing.done' } });
    expect(await fault()).toEqual({ seal: 2, record: 'aud_120', what: 'record-altered' });
    await database.audit.deleteOne({ _id: 'aud_007' });
    expect(await fault()).toEqual({ seal: 1, record: 'aud_007', what: 'record-missing' });
  });

  test('INV-8 a record slipped in afterwards is named', async () => {
    await write('aud_slip', Date.now() - 900_000);
    expect(await fault()).toEqual({ seal: 3, record: 'aud_slip', what: 'record-inserted' });
  });

  test('INV-8 a cut tail is found by the checkpoints outside the database', async () => {
    await database.seals.deleteOne({ _id: 3 });
    expect(await fault()).toEqual({ seal: 3, what: 'tail-cut' });
  });

  test('INV-8 a missing seal and a swapped pair are found', async () => {
    const seals = await database.seals.find().sort({ _id: 1 }).toArray();
    await database.seals.deleteOne({ _id: 2 });
    expect(await fault()).toEqual({ seal: 2, what: 'seal-missing' });
    const [first, second] = seals;
    if (first === undefined || second === undefined) throw new Error('no seals');
    const { _id: _, ...swapped } = second;
    await database.seals.replaceOne({ _id: 1 }, swapped);
    expect(await fault()).toEqual({ seal: 1, what: 'seal-altered' });
  });
});
