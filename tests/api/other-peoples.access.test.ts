import { beforeAll, describe, expect, test } from 'vitest';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { Route } from '../../contracts/routes/route.ts';
import { type Person } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { confirmedMigration } from './migrating.ts';
import { accountHolder, asDevice, withCookiesOf, type Send } from './principals.ts';
import { alike, problemIn } from './refused.ts';

const stage = useCast();
let ana: Person;
let recoveryId = '';
let eve: { inPortal: Send; onPhone: Send };

beforeAll(async () => {
  const { cast } = stage;
  ana = await cast.person('ana', 'samsung SM-G970F', 1);
  recoveryId = (await confirmedMigration(cast, ana)).id;
  const person = await cast.person('eve', 'iPhone12,3', 1);
  eve = { inPortal: withCookiesOf(cast, await accountHolder(cast, person)), onPhone: asDevice(cast, person) };
});

const code = { code: '123456' };
const ofTokens: [string, Route, unknown][] = [
  ['startMigration', portalRoutes.startMigration, {}],
  ['disableToken', portalRoutes.disableToken, {}],
  ['enableToken', portalRoutes.enableToken, {}],
  ['deleteToken', portalRoutes.deleteToken, {}],
];
const ofRecoveries: [string, Route, unknown][] = [
  ['showRecovery', portalRoutes.showRecovery, {}],
  ['enterMailCode', portalRoutes.enterMailCode, code],
  ['resendMailCode', portalRoutes.resendMailCode, {}],
  ['cancelRecovery', portalRoutes.cancelRecovery, {}],
];
const onDevice: [string, Route, unknown][] = [
  ['claim', deviceRoutes.claim, { proofs: [{ token: 'tok_AAAAAAAAAAAAAAAAAAAAAA', otp: '123456' }] }],
  ['showRecovery', deviceRoutes.showRecovery, {}],
  ['enterMailCode', deviceRoutes.enterMailCode, code],
  ['resendMailCode', deviceRoutes.resendMailCode, {}],
  ['cancelRecovery', deviceRoutes.cancelRecovery, {}],
];

async function expectAlike(send: Send, route: Route, foreign: string, missing: string, body: unknown): Promise<void> {
  const [theirs, none] = [
    await send(route, { params: { id: foreign }, body }),
    await send(route, { params: { id: missing }, body }),
  ];
  const headers = (response: Response) =>
    [...response.headers]
      .filter(([name]) => !['date', 'x-request-id'].includes(name))
      .map(([name, value]) => `${name}: ${value}`);
  expect(headers(theirs)).toEqual(headers(none));
  const problem = await problemIn(theirs);
  expect(problem).toMatchObject({ code: 'not-found', status: 404 });
  expect(alike(problem)).toEqual(alike(await problemIn(none)));
}

describe('S-09 what belongs to another account is answered exactly like what is not there', () => {
  test.each(ofTokens)('S-09 a token: %s', async (_, route, body) => {
    await expectAlike(eve.inPortal, route, ana.tokens[0] ?? '', 'tok_AAAAAAAAAAAAAAAAAAAAAA', body);
  });

  test.each(ofRecoveries)('S-09 a recovery, in the portal: %s', async (_, route, body) => {
    await expectAlike(eve.inPortal, route, recoveryId, 'rec_AAAAAAAAAAAAAAAAAAAAAA', body);
  });

  test.each(onDevice)('S-09 a recovery, on a device: %s', async (_, route, body) => {
    await expectAlike(eve.onPhone, route, recoveryId, 'rec_AAAAAAAAAAAAAAAAAAAAAA', body);
  });

  test('S-09 an id that cannot be one is answered as one that is not there', async () => {
    for (const id of ['x', 'rec_short', '$ne', '..%2f..', '%00', 'rec_AAAAAAAAAAAAAAAAAAAAAA%0a'])
      expect(
        await problemIn(await eve.inPortal({ ...portalRoutes.showRecovery, path: `/v1/portal/recoveries/${id}` })),
      ).toMatchObject({ code: 'not-found' });
  });

  test('S-09 and nothing of it was changed by any of these', async () => {
    const { recoveries, tokens } = stage.cast.founding.database;
    expect(await recoveries.findOne({ _id: recoveryId })).toMatchObject({ version: 2, state: 'awaiting-device' });
    expect(await tokens.findOne({ _id: ana.tokens[0] ?? '' })).toMatchObject({
      state: 'active',
      reservedBy: { id: recoveryId },
    });
  });
});
