import { describe, expect, test } from 'vitest';
import { claims, enters, entersMailedCode, startsMigration } from './deeds.ts';
import { aDevice, anOwner, mailedCode, wrongCode } from './owners.ts';
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
});
