import { ApplicationFailure } from '@temporalio/common';
import { beforeEach, expect, test } from 'vitest';
import { aNewDevice, anIdentityOwner, type IdentityOwner } from './identities.ts';
import { mailsTo, recordOf } from './owners.ts';
import { confirms, entersSecondCode, scans, showsQrCode, startsRestore } from './restoring.ts';
import { useStage } from './use-stage.ts';

const broken = () => Promise.reject(ApplicationFailure.nonRetryable('broken for good'));
const stage = useStage({ instead: { settleMailCode: broken, confirmPairing: broken } });
let ida: IdentityOwner;
let before: Awaited<ReturnType<typeof recordOf>>;

beforeEach(async () => {
  ida = await anIdentityOwner(stage());
  before = await recordOf(stage(), ida.identity);
});

async function hasFailed(id: string): Promise<void> {
  expect(await stage().outcome(id)).toBe('failed');
  const recovery = await stage().database.recoveries.findOne({ _id: id });
  expect(recovery).toMatchObject({ state: 'failed', trouble: { cause: 'failed' } });
  expect(await recordOf(stage(), ida.identity)).toEqual(before);
  expect((await mailsTo(stage(), ida.email)).at(-1)?.template).toBe('ended');
}

test('INV-4 a second code that cannot be judged for good ends the restore as failed: the identity is as it was', async () => {
  const iphone = await aNewDevice();
  const id = await startsRestore(stage(), ida, iphone);
  await expect(entersSecondCode(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'already-finished' });
  await hasFailed(id);
});

test('INV-4 digits that cannot be confirmed for good end the pairing as failed: the identity is as it was', async () => {
  const id = await showsQrCode(stage(), ida, 'duplication');
  await scans(stage(), id, await aNewDevice());
  await expect(confirms(stage(), ida, id, ida.device)).rejects.toMatchObject({ code: 'already-finished' });
  await hasFailed(id);
});
