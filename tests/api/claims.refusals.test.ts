import { describe, expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { password } from '../../embedded/people/cast.ts';
import { phone } from '../../embedded/people/enrolment.ts';
import { useCast } from '../cast.ts';
import { confirmedMigration, newPhone, serialOf, startedMigration, unusedCode } from './migrating.ts';
import { alike, problemIn, refusalOf } from './refused.ts';
import { sendSigned } from './signed.ts';

const stage = useCast();
const missing = 'rec_AAAAAAAAAAAAAAAAAAAAAA';

describe('Done', () => {
  test('S-09 from a device of another account is answered as if there were no such recovery', async () => {
    const { cast } = stage;
    const [ana, eve] = [await cast.person('owner', 'samsung SM-G970F', 1), await cast.person('eve', 'iPhone12,3', 1)];
    const { id } = await confirmedMigration(cast, ana);
    expect(await eve.phone.listWaiting()).toEqual([]);
    const body = JSON.stringify({ proofs: [{ token: ana.tokens[0], otp: '000000' }] });
    const claim = async (recovery: string) =>
      problemIn(
        await sendSigned(eve.phone, cast.world.urls.device, `/v1/device/recoveries/${recovery}/claim`, {
          method: 'POST',
          body,
        }),
      );
    const foreign = await claim(id);
    expect(foreign).toMatchObject({ code: 'not-found', status: 404 });
    expect(alike(foreign)).toEqual(alike(await claim(missing)));
    expect(await cast.founding.database.recoveries.findOne({ _id: id })).toMatchObject({
      version: 2,
      state: 'awaiting-device',
    });
  });

  test('T-03 with a code that is not of the new seed is refused, is on record, and the old phone keeps working', async () => {
    const { cast } = stage;
    const ana = await cast.person('unproved', 'samsung SM-G970F', 1);
    const [tokenId = ''] = ana.tokens;
    const { id } = await confirmedMigration(cast, ana);
    const { device, waiting } = await newPhone(cast, ana);
    const otp = await unusedCode(ana.phone, tokenId);
    const body = JSON.stringify({ proofs: [{ token: tokenId, otp }] });
    const answer = await sendSigned(device, cast.world.urls.device, `/v1/device/recoveries/${id}/claim`, {
      method: 'POST',
      body,
    });
    expect(await problemIn(answer)).toMatchObject({ code: 'wrong-code' });
    expect(
      await cast.founding.database.audit.findOne({ 'object.id': id, what: 'recovery.claim-refused' }),
    ).not.toBeNull();
    expect(await cast.isAccepted(await serialOf(ana.phone), otp)).toBe(true);
    expect(await device.claim(waiting)).toHaveLength(1);
  });

  test('before CONFIRM is refused, and nothing waits yet', async () => {
    const { cast } = stage;
    const ana = await cast.person('early', 'samsung SM-G970F', 1);
    const { recovery } = await startedMigration(cast, ana);
    const device = await phone(cast.world.urls.device, 'iPhone12,3', ana.email, password);
    expect(await device.listWaiting()).toEqual([]);
    const body = JSON.stringify({ proofs: [{ token: ana.tokens[0], otp: '000000' }] });
    const answer = await sendSigned(device, cast.world.urls.device, `/v1/device/recoveries/${recovery.id}/claim`, {
      method: 'POST',
      body,
    });
    expect(await problemIn(answer)).toMatchObject({ code: 'wrong-step', status: 409 });
  });

  test('INV-3 asked again after its answer was lost gives the same answer, by the same body and by a fresh one', async () => {
    const { cast } = stage;
    const ana = await cast.person('lost', 'samsung SM-G970F', 1);
    await confirmedMigration(cast, ana);
    const { device, waiting } = await newPhone(cast, ana);
    const [held] = await device.claim(waiting);
    const ask = (otp: string) =>
      sendSigned(device, cast.world.urls.device, `/v1/device/recoveries/${waiting.recovery}/claim`, {
        method: 'POST',
        body: JSON.stringify({ proofs: [{ token: held?.id, otp }] }),
      });
    for (const otp of [(await device.code(held?.id ?? '')).otp, '000000']) {
      const again = await ask(otp);
      expect([again.status, await again.json()]).toEqual([200, { recovery: waiting.recovery, tokens: ana.tokens }]);
    }
    expect(await cast.founding.database.recoveries.findOne({ _id: waiting.recovery })).toMatchObject({ version: 3 });
  });

  test('D-05 by another device after the token has moved is refused, and the binding stays', async () => {
    const { cast } = stage;
    const ana = await cast.person('after', 'samsung SM-G970F', 1);
    await confirmedMigration(cast, ana);
    const [first, late] = [await newPhone(cast, ana), await newPhone(cast, ana)];
    await first.device.claim(first.waiting);
    const binding = await cast.founding.database.bindings.findOne({ tokenId: ana.tokens[0] ?? '', state: 'active' });
    expect(await refusalOf(late.device.claim(late.waiting))).toMatchObject({ code: 'already-finished', status: 409 });
    expect(await cast.founding.database.bindings.findOne({ tokenId: ana.tokens[0] ?? '', state: 'active' })).toEqual(
      binding,
    );
  });

  test('INV-2 the old phone works until the instant the new one has proved itself, and not after', async () => {
    const { cast } = stage;
    const ana = await cast.person('until', 'samsung SM-G970F', 1);
    const [tokenId = ''] = ana.tokens;
    const serial = await serialOf(ana.phone);
    await confirmedMigration(cast, ana);
    const { device, waiting } = await newPhone(cast, ana);
    expect(await cast.isAccepted(serial, await unusedCode(ana.phone, tokenId))).toBe(true);
    await device.claim(waiting);
    const oldSeed = await ana.phone.code(tokenId, Date.now() + 30_000);
    expect(await cast.isAccepted(serial, oldSeed.otp)).toBe(false);
    const { departed } = await ana.phone.sync();
    expect(departed).toMatchObject([{ reason: 'moved', to: { model: 'iPhone12,3' } }]);
  });

  test('INV-4 a migration cancelled while it waits leaves the token with the old phone, and nothing waits', async () => {
    const { cast } = stage;
    const ana = await cast.person('cancel', 'samsung SM-G970F', 1);
    const { id } = await confirmedMigration(cast, ana);
    const { device, waiting } = await newPhone(cast, ana);
    await ana.portal.ask(portalRoutes.cancelRecovery, { params: { id }, body: {} });
    expect(await refusalOf(device.claim(waiting))).toMatchObject({ code: 'already-finished' });
    expect(await device.listWaiting()).toEqual([]);
    expect(await cast.isAccepted(await serialOf(ana.phone), await unusedCode(ana.phone, ana.tokens[0] ?? ''))).toBe(
      true,
    );
  });
});
