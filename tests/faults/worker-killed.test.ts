import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { startChild } from '../../embedded/child.ts';
import type { Person } from '../../embedded/people/cast.ts';
import { root } from '../../embedded/root.ts';
import { programEnvironment } from '../../embedded/world-settings.ts';
import { claimsOnNewPhone, entersCode, eventually, mailsOf, reaches, startsMigration, useWorld } from './world.ts';

const scene = useWorld();
let ana: Person;
let number = 0;

beforeEach(async () => {
  ana = await scene().cast.person(`ana${String(number++)}`, 'samsung SM-G970F', 1);
});

async function killAndRestart(): Promise<void> {
  scene().world.kill('worker');
  await scene().world.restart('worker');
}

/** Kills the worker while somebody still waits for the answer. */
async function killedOnceAt<T>(filter: Record<string, unknown>, deed: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [settled] = await Promise.all([
    Promise.allSettled([deed]),
    reaches(scene(), { 'account.id': ana.accountId, kind: 'migration', ...filter }).then(killAndRestart),
  ]);
  return settled[0];
}

describe('a worker killed after', () => {
  test('each step of a migration: the next worker carries it to its end, and each mail is sent once', async () => {
    await killedOnceAt({ version: 1 }, startsMigration(ana));
    const { _id: id } = await reaches(scene(), { 'account.id': ana.accountId, kind: 'migration' });
    const code = await scene().cast.mailbox.code(ana.email);
    await killedOnceAt({ version: 2 }, entersCode(ana, id, code));
    const claimed = eventually(() => claimsOnNewPhone(scene(), ana));
    await killedOnceAt({ version: 3 }, claimed);

    const { database } = scene().cast.founding;
    const recovery = await database.recoveries.findOne({ _id: id });
    expect(recovery?.timeline.map(({ what }) => what)).toEqual(['opened', 'mail-code-accepted', 'moved']);
    expect(await database.bindings.countDocuments({ tokenId: ana.tokens[0] ?? '', state: 'active' })).toBe(1);
    const mails = () => mailsOf(scene(), id);
    await expect.poll(mails, { timeout: 60_000 }).toEqual({ 'mail-code': 1, completed: 1 });
  });

  test('INV-13 each wrong code: never more than five are judged', async () => {
    const { id } = await startsMigration(ana);
    const right = await scene().cast.mailbox.code(ana.email);
    for (let guess = 1; guess <= 7; guess++) {
      const wrong = String((Number(right) + guess) % 1_000_000).padStart(6, '0');
      await entersCode(ana, id, wrong).catch(() => undefined);
      if (guess === 2 || guess === 4) await killAndRestart();
    }
    const recovery = await reaches(scene(), { _id: id, state: 'locked' });
    expect(recovery.timeline.filter(({ what }) => what === 'mail-code-refused')).toHaveLength(5);
    await expect(entersCode(ana, id, right)).rejects.toMatchObject({ problem: { code: 'already-finished' } });
  });
});

test('INV-11 with two workers, losing one costs nobody anything', async () => {
  const second = await startChild({
    name: 'second worker',
    command: process.execPath,
    args: ['--import', 'tsx', join(root, 'worker/main.ts')],
    env: programEnvironment(scene().world.settings),
    cwd: root,
    logFile: join(scene().world.logs, 'second-worker.log'),
    saysReady: true,
  });
  await second.ready;
  const { id } = await eventually(() => startsMigration(ana, 'one-migration-in-this-test'));
  scene().world.kill('worker');
  const code = await scene().cast.mailbox.code(ana.email);
  await eventually(() => entersCode(ana, id, code));
  await eventually(() => claimsOnNewPhone(scene(), ana));
  expect(await reaches(scene(), { _id: id, state: 'completed' })).toMatchObject({ version: 3 });
  await second.stop(1_000);
  await scene().world.restart('worker');
});
