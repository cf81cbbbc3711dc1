import { expect, test } from 'vitest';
import { newApp } from '../../embedded/people/identity.ts';
import { activationIn, setTransfers } from '../../embedded/people/transfer.ts';
import { eventually, killedOnceAt, mailsOf, reaches, useWorld } from './world.ts';

const scene = useWorld();

test('INV-11 the worker killed after each step of a transfer: all tokens arrive once, each mail sent once', async () => {
  const { cast } = scene();
  await setTransfers(cast);
  const ben = await cast.person('ben', 'samsung SM-G970F', 2);
  const app = newApp(cast);
  const killedAt = <T>(version: number, deed: Promise<T>) =>
    killedOnceAt(scene(), 'worker', { 'account.id': ben.accountId, kind: 'transfer', version }, deed);

  const started = eventually(() => ben.phone.transfer.start(ben.tokens));
  const { id } = await killedAt(1, started);
  const { qr } = activationIn(await cast.mailbox.about(ben.email, 'transfer-activation', id));
  const activated = app.transfer
    .activate({ qrText: qr }, 'iPhone12,3')
    .catch(() => eventually(() => app.transfer.look()));
  await killedAt(2, activated);
  const finished = eventually(() => app.transfer.finish());
  const held = await killedAt(3, finished);

  expect(held).toHaveLength(2);
  const { timeline } = await reaches(scene(), { _id: id, state: 'completed' });
  expect(timeline.map(({ what }) => what)).toEqual(['opened', 'activated', 'moved']);
  const { bindings } = cast.founding.database;
  const active = await bindings.find({ tokenId: { $in: ben.tokens }, state: 'active' }).toArray();
  expect(active.map(({ device }) => device.model)).toEqual(['iPhone12,3', 'iPhone12,3']);
  await expect
    .poll(() => mailsOf(scene(), id), { timeout: 60_000 })
    .toEqual({ 'transfer-activation': 1, completed: 1 });
});
