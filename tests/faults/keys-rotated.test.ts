import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { expect, test } from 'vitest';
import type { Person } from '../../embedded/people/cast.ts';
import { ends } from '../program.ts';
import { claimsOnNewPhone, entersCode, startsMigration, useWorld } from './world.ts';

const scene = useWorld();
const rings = ['LATCHKEY_SEAL_KEYS', 'LATCHKEY_PAYLOAD_KEYS'] as const;
type Ring = (typeof rings)[number];
const old = {} as Record<Ring, string>;
const fresh: Record<Ring, string> = {
  LATCHKEY_SEAL_KEYS: `seal-next:${randomBytes(32).toString('base64')}`,
  LATCHKEY_PAYLOAD_KEYS: `payload-next:${randomBytes(32).toString('base64')}`,
};
const idOf = (keys: string) => keys.split(':')[0];

/** As docs/operations.md has an operator do it: the settings changed, and one process after the other started again. */
async function rotate(change: (ring: Ring) => string, ...changed: Ring[]): Promise<void> {
  const { world } = scene();
  for (const ring of changed) world.settings[ring] = change(ring);
  await world.restart('worker');
  await world.restart('api');
}

/** Which key the first thing that Temporal keeps of a recovery is under. */
async function payloadKeyOf(recoveryId: string): Promise<string> {
  const connection = await Connection.connect({ address: scene().world.settings['TEMPORAL_ADDRESS'] ?? '' });
  try {
    const { events } = await new Client({ connection }).workflow.getHandle(recoveryId).fetchHistory();
    const started = events?.[0]?.workflowExecutionStartedEventAttributes;
    return Buffer.from(started?.input?.payloads?.[0]?.metadata?.['kid'] ?? []).toString();
  } finally {
    await connection.close();
  }
}

const people = (names: string[]) => Promise.all(names.map((name) => scene().cast.person(name, 'samsung SM-G970F', 1)));

async function started(person: Person): Promise<{ person: Person; id: string; code: string }> {
  const { id } = await startsMigration(person);
  return { person, id, code: await scene().cast.mailbox.code(person.email) };
}

async function hasMoved({ person, id }: { person: Person; id: string }): Promise<void> {
  const held = await claimsOnNewPhone(scene(), person);
  expect(held).toHaveLength(1);
  const recovery = await scene().cast.founding.database.recoveries.findOne({ _id: id });
  expect(recovery).toMatchObject({ state: 'completed' });
}

test('W-03 K-02 keys are rotated while recoveries wait: each goes on, and the old seal key goes', async () => {
  const { cast, world } = scene();
  for (const ring of rings) old[ring] = world.settings[ring] ?? '';
  const [ada, ben, cleo, dora, eve] = (await people(['ada', 'ben', 'cleo', 'dora', 'eve'])) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const proving = [await started(ada), await started(ben)] as const;
  const waiting = [await started(cleo), await started(dora)] as const;
  for (const { person, id, code } of waiting) await entersCode(person, id, code);

  await rotate((ring) => `${old[ring]},${fresh[ring]}`, ...rings);
  await rotate((ring) => `${fresh[ring]},${old[ring]}`, ...rings);
  expect(await payloadKeyOf(proving[0].id)).toBe(idOf(old.LATCHKEY_PAYLOAD_KEYS));
  await entersCode(ada, proving[0].id, proving[0].code);
  await hasMoved(proving[0]);
  await hasMoved(waiting[0]);
  const begun = await started(eve);
  expect(await payloadKeyOf(begun.id)).toBe(idOf(fresh.LATCHKEY_PAYLOAD_KEYS));

  expect(await ends('api/commands/rewrap-keys.ts', world.settings)).toMatchObject({
    code: 0,
    said: expect.stringContaining(`${String(idOf(old.LATCHKEY_SEAL_KEYS))} may be removed`) as string,
  });
  await rotate((ring) => fresh[ring], 'LATCHKEY_SEAL_KEYS');
  for (const { person, id, code } of [proving[1], begun]) await entersCode(person, id, code);
  for (const one of [proving[1], waiting[1], begun]) await hasMoved(one);
  const { database } = cast.founding;
  expect(await database.accounts.countDocuments({ 'dataKey.kid': idOf(old.LATCHKEY_SEAL_KEYS) })).toBe(0);
});
