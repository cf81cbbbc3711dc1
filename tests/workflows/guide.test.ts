import { expect, test } from 'vitest';
import { guides } from '../../domain/guides.ts';
import { claims, entersMailedCode, startsEnrolment, startsMigration, startsReload } from './deeds.ts';
import { aDevice, anOwner, aPendingToken } from './owners.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const stepsOf = (kind: keyof typeof guides) => guides[kind].map(({ id }) => id);

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
