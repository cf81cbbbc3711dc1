import { expect, test } from 'vitest';
import { guideOf, guides, type GuideId } from '../../domain/guides.ts';
import { restoringKinds } from '../../domain/restoration.ts';
import { claims, entersMailedCode, startsEnrolment, startsMigration, startsReload } from './deeds.ts';
import { aNewDevice, anIdentityOwner } from './identities.ts';
import { aDevice, anOwner, aPendingToken } from './owners.ts';
import { getsIdentity, isAwaitedByCode, isAwaitedByQr } from './restoring.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const stepsOf = (guide: GuideId) => guides[guide].map(({ id }) => id);

test('a migration enters the steps of its guide, in that order', async () => {
  const ana = await anOwner(stage());
  const id = await startsMigration(stage(), ana);
  await entersMailedCode(stage(), ana, id);
  await claims(stage(), ana, id, aDevice());
  await stage().outcome(id);
  expect(stage().stepsEntered(id)).toEqual(stepsOf('migration'));
});

test('a reload enters the steps of its guide, in that order', async () => {
  const ben = await anOwner(stage(), 2);
  const reinstalled = aDevice();
  const id = await startsReload(stage(), ben, reinstalled);
  await entersMailedCode(stage(), ben, id);
  await claims(stage(), ben, id, reinstalled);
  await stage().outcome(id);
  expect(stage().stepsEntered(id)).toEqual(stepsOf('reload'));
});

test('an enrolment enters the steps of its guide, in that order', async () => {
  const eva = await anOwner(stage(), 0);
  const id = await startsEnrolment(stage(), eva, await aPendingToken(stage(), eva.accountId));
  await claims(stage(), eva, id, eva.device);
  await stage().outcome(id);
  expect(stage().stepsEntered(id)).toEqual(stepsOf('enrolment'));
});

test.each(restoringKinds)('a %s enters the steps of the guide of its way, in that order', async (kind) => {
  for (const [way, isAwaited] of [
    ['code', isAwaitedByCode],
    ['qr', isAwaitedByQr],
  ] as const) {
    const ida = await anIdentityOwner(stage());
    const device = await aNewDevice();
    const id = await isAwaited(stage(), ida, device, kind);
    await getsIdentity(stage(), ida, id, device);
    await stage().outcome(id);
    const steps = stepsOf(guideOf(kind, way));
    expect(stage().stepsEntered(id)).toEqual(steps);
    // The record, which console and portal print from, went the same way: each transition leads to the next step.
    const { timeline = [], step } = (await stage().database.recoveries.findOne({ _id: id })) ?? {};
    expect(timeline.slice(1).map((item) => item.step)).toEqual(steps.slice(2));
    expect(step).toBe(steps.at(-1));
  }
});
