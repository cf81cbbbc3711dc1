import { expect, test } from 'vitest';
import { queueLetter } from '../../store/letters.ts';
import { startForgottenLetters } from '../../worker/forgotten-letters.ts';
import { anOwner, mailsTo, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

const stage = useStage({ time: 'real' });

function queued({ accountId, email }: Owner): Promise<string> {
  const facts = { name: 'Ana', services: ['VPN'] };
  const letter = { template: 'repudiated' as const, locale: 'en', facts };
  return queueLetter(stage().database, stage().deps.vault, { accountId, email }, letter);
}
const startAll = (afterMs: number) =>
  startForgottenLetters(stage().time.client, stage().database, Date.now() + afterMs);

test('a letter whose delivery nobody started is delivered, once', async () => {
  const ana = await anOwner(stage());
  const mailId = await queued(ana);
  expect(await startAll(31_000)).toBe(1);
  await stage().time.client.workflow.getHandle(mailId).result();
  expect(await startAll(31_000)).toBe(0);
  expect((await mailsTo(stage(), ana.email)).map(({ id, template }) => [id, template])).toEqual([
    [mailId, 'repudiated'],
  ]);
  expect(await stage().database.letters.findOne({ _id: mailId })).toBeNull();
});

test('a letter that was queued a moment ago is left to whoever queued it', async () => {
  await queued(await anOwner(stage()));
  expect(await startAll(25_000)).toBe(0);
});

test('however many workers look, one delivery is started', async () => {
  const mailId = await queued(await anOwner(stage()));
  await stage().stopWorker();
  const started = await Promise.all([startAll(31_000), startAll(31_000), startAll(31_000)]);
  await stage().startWorker();
  expect(started.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1);
  await stage().time.client.workflow.getHandle(mailId).result();
  expect(await startAll(31_000)).toBe(0);
});
