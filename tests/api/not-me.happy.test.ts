import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { Device } from '../../device-sdk/device.ts';
import { Browser } from '../../embedded/people/browser.ts';
import { secretIn } from '../../embedded/people/mailbox.ts';
import type { Cast, Person } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { confirmedMigration, newPhone, serialOf, startedMigration, unusedCode } from './migrating.ts';
import { refusalOf } from './refused.ts';

const stage = useCast();

/** A migration that went through, and the secret of the link in the mail that told of it. */
async function stolen(cast: Cast, person: Person): Promise<{ thief: Device; token: string; recoveryId: string }> {
  const { id } = await confirmedMigration(cast, person);
  const { device, waiting } = await newPhone(cast, person);
  await device.claim(waiting);
  const mails = await cast.mailbox.messages(person.email);
  const told = mails.find((mail) => mail.template === 'completed' && mail.id.startsWith(id));
  return { thief: device, token: secretIn(told ?? { text: '' }, 'not-me'), recoveryId: id };
}
const press = (cast: Cast, token: string) =>
  new Browser(cast.world.urls.portal).ask(portalRoutes.repudiate, { body: { token } });

describe('"This wasn\'t me"', () => {
  test('B-04 freezes what was recovered, without signing in, and puts it before support; pressed again, the same', async () => {
    const { cast } = stage;
    const ana = await cast.person('frozen', 'samsung SM-G970F', 1);
    const { thief, token, recoveryId } = await stolen(cast, ana);
    const serial = await serialOf(thief);
    const answer = await press(cast, token);
    expect(answer).toEqual({ frozenTokens: 1, recovery: recoveryId });
    expect(await cast.isAccepted(serial, await unusedCode(thief, ana.tokens[0] ?? ''))).toBe(false);
    expect(await press(cast, token)).toEqual(answer);
    const { rows } = await cast.agent.ask(adminRoutes.listRecoveries, {
      query: { attention: 'not-me', search: ana.email },
    });
    expect(rows.map(({ id }) => id)).toEqual([recoveryId]);
    expect(
      await cast.founding.database.audit.countDocuments({ what: 'recovery.repudiated', 'object.id': recoveryId }),
    ).toBe(1);
    await cast.mailbox.newest(ana.email, 'repudiated');
  });

  test('B-04 freezes a token also while it is on its way again, and it does not come back to life by moving', async () => {
    const { cast } = stage;
    const ana = await cast.person('onward', 'samsung SM-G970F', 1);
    const { token } = await stolen(cast, ana);
    const before = await cast.mailbox.newest(ana.email, 'mail-code');
    const again = await ana.portal.ask(portalRoutes.startMigration, { params: { id: ana.tokens[0] ?? '' } });
    const code = await cast.mailbox.code(ana.email, before.id);
    await ana.portal.ask(portalRoutes.enterMailCode, { params: { id: again.id }, body: { code } });
    const onward = await newPhone(cast, ana);
    expect(await press(cast, token)).toMatchObject({ frozenTokens: 1 });
    expect(await refusalOf(onward.device.claim(onward.waiting))).toMatchObject({ code: 'token-not-ready' });
    expect(await cast.founding.database.tokens.findOne({ _id: ana.tokens[0] ?? '' })).toMatchObject({
      state: 'suspended',
    });
  });

  test('B-04 from the code mail cancels the recovery and leaves the token as it was', async () => {
    const { cast } = stage;
    const ana = await cast.person('open', 'samsung SM-G970F', 1);
    const { recovery } = await startedMigration(cast, ana);
    const token = secretIn(await cast.mailbox.newest(ana.email, 'mail-code'), 'not-me');
    expect(await press(cast, token)).toEqual({ frozenTokens: 0, recovery: recovery.id });
    expect(await cast.founding.database.recoveries.findOne({ _id: recovery.id })).toMatchObject({
      state: 'cancelled',
      trouble: { cause: 'not-me' },
    });
    expect(await cast.founding.database.tokens.findOne({ _id: ana.tokens[0] ?? '' })).toMatchObject({
      state: 'active',
      reservedBy: null,
    });
  });

  test('B-04 is refused after 72 hours, and for a link that is not ours', async () => {
    const { cast } = stage;
    const ana = await cast.person('late', 'samsung SM-G970F', 1);
    const { token, recoveryId } = await stolen(cast, ana);
    const endedAt = new Date(Date.now() - 72 * 3_600_000 - 1_000);
    await cast.founding.database.recoveries.updateOne({ _id: recoveryId }, { $set: { endedAt } });
    for (const link of [
      token,
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      'rec_AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA',
    ])
      expect(await refusalOf(press(cast, link))).toMatchObject({ code: 'link-spent', status: 410 });
    expect(await cast.founding.database.tokens.findOne({ _id: ana.tokens[0] ?? '' })).toMatchObject({
      state: 'active',
    });
  });

  test('M-01 opened by GET or HEAD, with or without its secret, changes nothing', async () => {
    const { cast } = stage;
    const ana = await cast.person('scanner', 'samsung SM-G970F', 1);
    const { token, recoveryId } = await stolen(cast, ana);
    const { database } = cast.founding;
    const before = await database.recoveries.findOne({ _id: recoveryId });
    for (const method of ['GET', 'HEAD'])
      for (const path of [
        '/not-me',
        `/not-me?token=${token}`,
        `/v1/portal/repudiations?token=${token}`,
        '/v1/portal/repudiations',
      ])
        await fetch(`${cast.world.urls.portal}${path}`, { method });
    expect(await database.recoveries.findOne({ _id: recoveryId })).toEqual(before);
    expect(await database.tokens.findOne({ _id: ana.tokens[0] ?? '' })).toMatchObject({ state: 'active' });
  });
});
