import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { entersMailedCode, startsMigration } from './deeds.ts';
import { anOwner, mailsTo, recordOf } from './owners.ts';
import { useStage } from './use-stage.ts';

const broken = () => Promise.reject(ApplicationFailure.nonRetryable('broken for good'));
const stage = useStage({ instead: { settleMailCode: broken } });

test('a step that fails for good ends the recovery as failed: the token is as it was, and the owner is told', async () => {
  const ana = await anOwner(stage());
  const before = await recordOf(stage(), ana.tokens[0] ?? '');
  const id = await startsMigration(stage(), ana);
  await expect(entersMailedCode(stage(), ana, id)).rejects.toMatchObject({ code: 'already-finished' });
  expect(await stage().outcome(id)).toBe('failed');
  expect(await stage().database.recoveries.findOne({ _id: id })).toMatchObject({
    state: 'failed',
    trouble: { cause: 'failed' },
  });
  expect(await recordOf(stage(), ana.tokens[0] ?? '')).toEqual(before);
  expect((await mailsTo(stage(), ana.email)).at(-1)?.template).toBe('ended');
});
