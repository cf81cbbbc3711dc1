import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Browser, portalUser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import { phone } from '../../embedded/people/enrolment.ts';
import { secretIn } from '../../embedded/people/mailbox.ts';
import { useCast } from '../cast.ts';
import { confirmedMigration, serialOf, startedMigration, unusedCode } from './migrating.ts';
import { staffOf } from './principals.ts';
import { refusalOf } from './refused.ts';

const stage = useCast();
const reason = { reason: 'Caller says it takes longer' };

describe('an agent', () => {
  test('finds a recovery by user name, address and serial, by kind and state, and nothing by a pattern', async () => {
    const { cast } = stage;
    const ana = await cast.person('search', 'samsung SM-G970F', 1);
    const { recovery } = await startedMigration(cast, ana);
    const listed = async (query: { search: string; kind?: 'migration' | 'reload'; state?: 'proving' | 'completed' }) =>
      (await cast.agent.ask(adminRoutes.listRecoveries, { query })).rows.map(({ id }) => id);
    const serial = await serialOf(ana.phone);
    for (const search of [`search-${cast.mark}`, ana.email.toUpperCase(), serial.slice(0, 8)])
      expect(await listed({ search, kind: 'migration' })).toEqual([recovery.id]);
    expect(await listed({ search: ana.email, state: 'proving' })).toEqual([recovery.id]);
    expect(await listed({ search: ana.email, kind: 'reload' })).toEqual([]);
    for (const search of ['.*', '^search', 'earch', '$ne'])
      expect(await listed({ search, kind: 'migration' })).toEqual([]);
  });

  test('sees steps, who is awaited, attempts, timeline and mails of one, and the view is on record', async () => {
    const { cast } = stage;
    const ana = await cast.person('shown', 'samsung SM-G970F', 1);
    const { id } = await confirmedMigration(cast, ana);
    const shown = await cast.agent.ask(adminRoutes.showRecovery, { params: { id } });
    expect(shown).toMatchObject({
      awaiting: 'device',
      attemptsLeft: 5,
      actions: ['extend', 'cancel'],
      isOverdue: false,
    });
    expect(shown.timeline.map(({ what, actor }) => [what, actor.name])).toEqual([
      ['opened', 'shown'],
      ['mail-code-accepted', 'shown'],
    ]);
    expect(shown.mails).toMatchObject([{ template: 'mail-code', state: 'accepted' }]);
    expect(shown.mails[0]?.sentTo).not.toBe(ana.email);
    expect(await cast.founding.database.audit.countDocuments({ what: 'recovery.viewed', 'object.id': id })).toBe(1);
  });

  test('extends with a reason: the deadline moves, the owner and the record are told', async () => {
    const { cast } = stage;
    const ana = await cast.person('extend', 'samsung SM-G970F', 1);
    const before = await confirmedMigration(cast, ana);
    const after = await cast.agent.ask(adminRoutes.extend, { params: { id: before.id }, body: reason });
    expect(Date.parse(after.deadline) - Date.parse(before.deadline)).toBe(24 * 3_600_000);
    expect(after.extensionsLeft).toBe(2);
    expect((await cast.mailbox.newest(ana.email, 'extended')).text).toContain(reason.reason);
    const [record] = await cast.founding.database.audit
      .find({ what: 'recovery.extended', 'object.id': before.id })
      .toArray();
    expect(record).toMatchObject({ reason: reason.reason, actor: { kind: 'staff', role: 'agent' } });
  });

  test('extends three times and no more, also when asked for at once', async () => {
    const { cast } = stage;
    const ana = await cast.person('thrice', 'samsung SM-G970F', 1);
    const { id } = await confirmedMigration(cast, ana);
    const asked = Array.from({ length: 6 }, () => cast.agent.ask(adminRoutes.extend, { params: { id }, body: reason }));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await cast.founding.database.recoveries.findOne({ _id: id })).toMatchObject({ extensionsLeft: 0 });
  });

  test('cancels with a reason: the token is as it was, the owner is told by whom', async () => {
    const { cast } = stage;
    const ana = await cast.person('cancel', 'samsung SM-G970F', 1);
    const { id } = await confirmedMigration(cast, ana);
    expect(await cast.agent.ask(adminRoutes.cancel, { params: { id }, body: reason })).toMatchObject({
      state: 'cancelled',
      actions: [],
    });
    expect((await cast.mailbox.newest(ana.email, 'ended')).text).toContain(reason.reason);
    expect(await cast.isAccepted(await serialOf(ana.phone), await unusedCode(ana.phone, ana.tokens[0] ?? ''))).toBe(
      true,
    );
    expect(await refusalOf(cast.agent.ask(adminRoutes.extend, { params: { id }, body: reason }))).toMatchObject({
      code: 'already-finished',
    });
  });

  test('must give a reason, cannot resend too soon, and cannot resend what awaits a device', async () => {
    const { cast } = stage;
    const ana = await cast.person('reason', 'samsung SM-G970F', 1);
    const { recovery, code } = await startedMigration(cast, ana);
    const at = { params: { id: recovery.id } };
    for (const empty of [{ reason: '' }, { reason: '     ' }])
      expect(await refusalOf(cast.agent.ask(adminRoutes.cancel, { ...at, body: empty }))).toMatchObject({
        code: 'invalid-request',
      });
    expect(await refusalOf(cast.agent.ask(adminRoutes.resendMailCode, { ...at, body: reason }))).toMatchObject({
      code: 'resend-too-soon',
    });
    await ana.portal.ask(portalRoutes.enterMailCode, { ...at, body: { code } });
    expect(await refusalOf(cast.agent.ask(adminRoutes.resendMailCode, { ...at, body: reason }))).toMatchObject({
      code: 'wrong-step',
    });
  });

  test('finds what is stuck, with its cause, under one cause only', async () => {
    const { cast } = stage;
    const ana = await cast.person('stuck', 'samsung SM-G970F', 1);
    const { id } = await confirmedMigration(cast, ana);
    await cast.founding.database.recoveries.updateOne(
      { _id: id },
      { $set: { deadline: new Date(Date.now() - 1_000), trouble: { cause: 'mail-bounced', since: new Date() } } },
    );
    const listed = async (attention: 'any' | 'deadline-passed' | 'mail-bounced') =>
      (await cast.agent.ask(adminRoutes.listRecoveries, { query: { attention, search: ana.email } })).rows;
    expect(await listed('any')).toMatchObject([{ id, isOverdue: true, trouble: { cause: 'deadline-passed' } }]);
    expect(await listed('deadline-passed')).toHaveLength(1);
    expect(await listed('mail-bounced')).toEqual([]);
  });
});

describe('founding', () => {
  test('a new account is mailed a link, sets a password by it, and signs in; its name is taken then', async () => {
    const { cast } = stage;
    const body = { userName: `new-${cast.mark}`, name: 'New Person', email: `New-${cast.mark}@Example.org` };
    const account = await cast.administrator.ask(adminRoutes.createAccount, { body });
    const token = secretIn(await cast.mailbox.newest(account.email, 'activation'), 'welcome');
    await new Browser(cast.world.urls.portal).post('/v1/portal/auth/reset-password', { token, newPassword: password });
    expect(
      await (await portalUser(cast.world.urls.portal, account.email, password)).ask(portalRoutes.me, {}),
    ).toMatchObject({ id: account.id });
    expect(await refusalOf(cast.administrator.ask(adminRoutes.createAccount, { body }))).toMatchObject({
      code: 'already-exists',
      status: 409,
    });
  });

  test('services are found by any spelling of their beginning, as many as are shown', async () => {
    const { cast } = stage;
    for (const name of ['Alpha', 'Alphabet'])
      await cast.administrator.ask(adminRoutes.createService, { body: { name: `${name} ${cast.mark}` } });
    for (const search of ['alpha', 'ALPHA']) {
      const { rows, total } = await cast.administrator.ask(adminRoutes.listServices, {
        query: { search, perPage: 100 },
      });
      expect(total).toBe(rows.length);
      expect(rows.filter(({ name }) => name.endsWith(cast.mark))).toHaveLength(2);
    }
  });

  test('a token waits for its owner’s app, under one Idempotency-Key once, and for nobody unknown', async () => {
    const { cast } = stage;
    const ana = await cast.person('enrol', 'samsung SM-G970F', 0);
    const body = { account: ana.accountId, service: cast.service.id };
    const key = `enrol-${cast.mark}`;
    const token = await cast.administrator.ask(adminRoutes.createToken, { body }, key);
    expect(token).toMatchObject({ state: 'pending', device: null });
    expect((await cast.administrator.ask(adminRoutes.createToken, { body }, key)).id).toBe(token.id);
    expect(await ana.phone.listWaiting()).toMatchObject([{ kind: 'enrolment', tokens: [{ id: token.id }] }]);
    const other = { ...body, account: 'acc_AAAAAAAAAAAAAAAAAAAAAA' };
    expect(await refusalOf(cast.administrator.ask(adminRoutes.createToken, { body: other }))).toMatchObject({
      code: 'not-found',
    });
  });
});

test('verify accepts a code for a user by name, and a code of one token is no failure of the other', async () => {
  const { cast } = stage;
  const ana = await cast.person('both', 'samsung SM-G970F', 2);
  const [first = '', second = ''] = ana.tokens;
  const verify = async (userName: string, otp: string, key = cast.service.verifyKey) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const answer = await fetch(`${cast.world.urls.service}/v1/verify`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ userName, otp }),
    });
    return [answer.status, ((await answer.json()) as { accepted?: boolean }).accepted];
  };
  expect(await verify(`both-${cast.mark}`, await unusedCode(ana.phone, second))).toEqual([200, true]);
  const { bindings } = cast.founding.database;
  expect(await bindings.findOne({ tokenId: first, state: 'active' })).toMatchObject({ failures: 0 });
  expect(await verify(`both-${cast.mark}`, await unusedCode(ana.phone, first))).toEqual([200, true]);
  expect(await verify(`nobody-${cast.mark}`, '123456')).toEqual([200, false]);
  expect(await verify(`both-${cast.mark}`, '123456', 'lk_verify_wrong')).toEqual([401, undefined]);
});

test('A-01 A-04 an auditor reads every transition with actor, address and session; another role does not', async () => {
  const { cast } = stage;
  const ana = await cast.person('trail', 'samsung SM-G970F', 1);
  const { id } = await confirmedMigration(cast, ana);
  const auditor = await staffOf(cast, 'auditor');
  const { rows } = await auditor.ask(adminRoutes.listAudit, { query: { object: id } });
  expect(rows.map(({ what }) => what)).toEqual(['recovery.mail-code-accepted', 'recovery.opened']);
  for (const { actor } of rows)
    expect(actor).toMatchObject({
      kind: 'account-holder',
      id: ana.accountId,
      address: expect.stringMatching(/127|::1/) as string,
      session: expect.any(String) as string,
      requestId: expect.any(String) as string,
    });
  const recovery = await cast.founding.database.recoveries.findOne({ _id: id });
  expect(rows.map(({ id: record }) => record).toSorted()).toEqual(
    recovery?.timeline.map(({ seq }) => `${id}/${String(seq)}`).toSorted(),
  );
  await phone(cast.world.urls.device, 'iPhone12,3', ana.email, password);
  expect(await cast.founding.database.audit.countDocuments({ account: ana.accountId, what: 'device.signed-in' })).toBe(
    2,
  );
});
