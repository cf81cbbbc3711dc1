import { expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { useCast } from '../cast.ts';
import { staffOf } from './principals.ts';
import { refusalOf } from './refused.ts';

const stage = useCast();
const reason = 'Wants to see what happens';

test('A-01 who is denied something is on record, once, with what was asked for', async () => {
  const { cast } = stage;
  const auditor = await staffOf(cast, 'auditor');
  const me = await auditor.ask(adminRoutes.me, {});
  const { agent } = cast;
  const refused = await refusalOf(
    auditor.ask(adminRoutes.cancel, { params: { id: `rec_${'A'.repeat(22)}` }, body: { reason } }),
  );
  expect(refused).toMatchObject({ code: 'forbidden' });
  const records = () => cast.founding.database.audit.find({ what: 'request.denied', 'actor.id': me.id }).toArray();
  await expect.poll(records).toMatchObject([
    {
      object: { kind: 'request' },
      detail: { operation: 'POST /v1/admin/recoveries/{id}/cancel', refused: 'forbidden' },
    },
  ]);
  expect(await agent.ask(adminRoutes.me, {})).toMatchObject({ role: 'agent' });
});

test('A-01 a look at a list of people is on record, once for a page that refreshes itself', async () => {
  const { cast } = stage;
  const supervisor = await staffOf(cast, 'supervisor');
  const me = await supervisor.ask(adminRoutes.me, {});
  for (let time = 0; time < 3; time++) {
    await supervisor.ask(adminRoutes.listAccounts, {});
    await supervisor.ask(adminRoutes.listRecoveries, {});
  }
  const views = await cast.founding.database.audit.find({ what: 'list.viewed', 'actor.id': me.id }).toArray();
  // A look that lasts over the end of five minutes is two.
  expect(new Set(views.map(({ object }) => object.id))).toEqual(new Set(['accounts', 'recoveries']));
  expect(views.length).toBeLessThanOrEqual(4);
});
