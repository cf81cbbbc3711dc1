import { describe, expect, test } from 'vitest';
import { claims, enters, entersMailedCode, startsMigration } from './deeds.ts';
import { aNewDevice, anIdentityOwner, whereabouts } from './identities.ts';
import { aDevice, anOwner, mailedCode, wrongCode } from './owners.ts';
import { confirms, entersSecondCode, getsIdentity, scans, showsQrCode, startsRestore } from './restoring.ts';
import { useStage } from './use-stage.ts';

describe('a worker that keeps hardly anything in memory', () => {
  // Real time: the time-skipping server does not hand on what it had meant for a worker that is gone.
  const stage = useStage({ time: 'real', maxCachedWorkflows: 1 });

  test('INV-13 counts attempts across restarts: never more than five', async () => {
    const ana = await anOwner(stage());
    const id = await startsMigration(stage(), ana);
    const right = await mailedCode(stage(), ana, id);
    for (let left = 4; left >= 1; left--) {
      const wrong = enters(stage(), ana, id, wrongCode(right, left));
      await expect(wrong).rejects.toMatchObject({ code: 'wrong-code', facts: { attemptsLeft: left } });
      if (left % 2 === 0) {
        await stage().stopWorker();
        await stage().startWorker();
      }
    }
    const last = enters(stage(), ana, id, wrongCode(right, 5));
    await expect(last).rejects.toMatchObject({ code: 'attempts-exhausted' });
    expect(await stage().outcome(id)).toBe('locked');
  });

  test('carries five migrations to their ends side by side', async () => {
    const owners = await Promise.all(Array.from({ length: 5 }, () => anOwner(stage())));
    const started = await Promise.all(
      owners.map(async (owner) => ({ owner, id: await startsMigration(stage(), owner) })),
    );
    await Promise.all(started.map(({ owner, id }) => entersMailedCode(stage(), owner, id)));
    await stage().stopWorker();
    await stage().startWorker();
    await Promise.all(started.map(({ owner, id }) => claims(stage(), owner, id, aDevice())));
    for (const { id } of started) expect(await stage().outcome(id)).toBe('completed');
  });

  test('carries a restore by code and a pairing to their ends, the worker replaced after each step', async () => {
    const replaced = async () => {
      await stage().stopWorker();
      await stage().startWorker();
    };
    const [ida, eva] = [await anIdentityOwner(stage()), await anIdentityOwner(stage())];
    const [iphone, tablet] = [await aNewDevice(), await aNewDevice('iPad13,1')];
    const restore = await startsRestore(stage(), ida, iphone);
    const pairing = await showsQrCode(stage(), eva, 'duplication');
    await replaced();
    await Promise.all([entersSecondCode(stage(), ida, restore, iphone), scans(stage(), pairing, tablet)]);
    await replaced();
    await confirms(stage(), eva, pairing, eva.device);
    await replaced();
    await Promise.all([getsIdentity(stage(), ida, restore, iphone), getsIdentity(stage(), eva, pairing, tablet)]);
    expect([await stage().outcome(restore), await stage().outcome(pairing)]).toEqual(['completed', 'completed']);
    expect(await whereabouts(stage(), ida.identity)).toEqual([
      [ida.device.id, 'restored'],
      [iphone.id, 'active'],
    ]);
    expect(await whereabouts(stage(), eva.identity)).toEqual([
      [eva.device.id, 'active'],
      [tablet.id, 'active'],
    ]);
  });
});
