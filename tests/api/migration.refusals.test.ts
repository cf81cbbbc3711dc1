import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { password } from '../../embedded/people/cast.ts';
import { portalUser } from '../../embedded/people/browser.ts';
import { useCast } from '../cast.ts';
import { confirmedMigration, newPhone, otherThan, serialOf, startedMigration, unusedCode } from './migrating.ts';
import { alike, refusalOf } from './refused.ts';

const stage = useCast();
const enter = (id: string, code: string) => ({ params: { id }, body: { code } });

describe('a code', () => {
  test('C-03 that is wrong costs an attempt, in the answer and in the record; the right one still counts', async () => {
    const { cast } = stage;
    const ana = await cast.person('wrong', 'samsung SM-G970F', 1);
    const { recovery, code } = await startedMigration(cast, ana);
    const refused = await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, otherThan(code))));
    expect(refused).toMatchObject({ code: 'wrong-code', status: 422, attemptsLeft: 4 });
    const shown = await ana.portal.ask(portalRoutes.showRecovery, { params: { id: recovery.id } });
    expect(shown.challenge).toMatchObject({ attemptsLeft: 4 });
    expect(await ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code))).toMatchObject({
      state: 'awaiting-device',
    });
  });

  test('C-03 after five wrong ones even the right one is refused, and the token is as it was', async () => {
    const { cast } = stage;
    const ana = await cast.person('five', 'samsung SM-G970F', 1);
    const [tokenId = ''] = ana.tokens;
    const before = await cast.founding.database.tokens.findOne({ _id: tokenId });
    const { recovery, code } = await startedMigration(cast, ana);
    const left: (number | undefined)[] = [];
    let wrong = code;
    for (let guess = 0; guess < 5; guess++) {
      wrong = otherThan(wrong);
      left.push((await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, wrong)))).attemptsLeft);
    }
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code)))).toMatchObject({
      code: 'already-finished',
    });
    expect(await cast.founding.database.recoveries.findOne({ _id: recovery.id })).toMatchObject({ state: 'locked' });
    expect(await cast.founding.database.tokens.findOne({ _id: tokenId })).toEqual(before);
    expect(await cast.isAccepted(await serialOf(ana.phone), await unusedCode(ana.phone, tokenId))).toBe(true);
  });

  test.each(['１２３４５６', 'abcdef', '12345', '000 000 0'])(
    'C-09 %j is judged like a wrong one, and counts',
    async (typed) => {
      const { cast } = stage;
      const ana = await cast.person(`shape${String(typed.codePointAt(1))}`, 'samsung SM-G970F', 1);
      const { recovery } = await startedMigration(cast, ana);
      const refused = await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, typed)));
      expect(refused).toMatchObject({ code: 'wrong-code', attemptsLeft: 4 });
    },
  );

  test('C-06 is refused from another browser, for another recovery and for another account as a wrong one is', async () => {
    const { cast } = stage;
    const ana = await cast.person('bound', 'samsung SM-G970F', 2);
    const { recovery, code } = await startedMigration(cast, ana);
    const [, second = ''] = ana.tokens;
    const other = await ana.portal.ask(portalRoutes.startMigration, { params: { id: second } });
    const elsewhere = await portalUser(cast.world.urls.portal, ana.email, password);
    const wrong = await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(other.id, otherThan(code))));
    const crossed = await refusalOf(elsewhere.ask(portalRoutes.enterMailCode, enter(recovery.id, code)));
    const swapped = await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(other.id, code)));
    expect(alike(crossed)).toEqual(alike(wrong));
    expect({ ...alike(swapped), attemptsLeft: 4 }).toEqual(alike(wrong));
    expect(await ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code))).toMatchObject({
      state: 'awaiting-device',
    });
  });

  test('INV-3 entered twice gives the same answer and one acceptance; another one is refused at the next step', async () => {
    const { cast } = stage;
    const ana = await cast.person('twice', 'samsung SM-G970F', 1);
    const { recovery, code } = await startedMigration(cast, ana);
    const first = await ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code));
    expect(await ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code))).toEqual(first);
    const late = await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, otherThan(code))));
    expect(late).toMatchObject({ code: 'wrong-step', status: 409 });
    const accepted = await cast.founding.database.audit.countDocuments({
      'object.id': recovery.id,
      what: 'recovery.mail-code-accepted',
    });
    expect(accepted).toBe(1);
  });
});

describe('MIGRATE', () => {
  test('DB-02 a second time on the same token is refused and names the first recovery', async () => {
    const { cast } = stage;
    const ana = await cast.person('again', 'samsung SM-G970F', 1);
    const { recovery } = await startedMigration(cast, ana);
    const [id = ''] = ana.tokens;
    const refused = await refusalOf(ana.portal.ask(portalRoutes.startMigration, { params: { id } }));
    expect(refused).toMatchObject({ code: 'token-reserved', status: 409, recovery: recovery.id });
    for (const route of [portalRoutes.disableToken, portalRoutes.deleteToken])
      expect(await refusalOf(ana.portal.ask(route, { params: { id } }))).toMatchObject({ code: 'token-reserved' });
  });

  test('INV-6 ten times at once opens one recovery', async () => {
    const { cast } = stage;
    const ana = await cast.person('burst', 'samsung SM-G970F', 1);
    const [id = ''] = ana.tokens;
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        ana.portal.ask(portalRoutes.startMigration, { params: { id } }).then(
          () => 'opened',
          async (error: unknown) => (await refusalOf(Promise.reject(error as Error))).code,
        ),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['opened', ...Array.from({ length: 9 }, () => 'token-reserved')]);
    expect(await cast.founding.database.recoveries.countDocuments({ 'tokens.id': id, kind: 'migration' })).toBe(1);
  });

  test('X-08 under one Idempotency-Key is one recovery; the key for another token is refused, also after the end', async () => {
    const { cast } = stage;
    const ana = await cast.person('key', 'samsung SM-G970F', 2);
    const [first = '', second = ''] = ana.tokens;
    const key = randomUUID();
    const start = (id: string) => ana.portal.ask(portalRoutes.startMigration, { params: { id } }, key);
    const recovery = await start(first);
    expect((await start(first)).id).toBe(recovery.id);
    expect(await refusalOf(start(second))).toMatchObject({ code: 'key-mismatch', status: 422 });
    await ana.portal.ask(portalRoutes.cancelRecovery, { params: { id: recovery.id }, body: {} });
    expect((await start(first)).id).toBe(recovery.id);
    expect(await refusalOf(start(second))).toMatchObject({ code: 'key-mismatch' });
  });

  test('X-08 a start that was refused is refused alike under the same key', async () => {
    const { cast } = stage;
    const ana = await cast.person('refused-key', 'samsung SM-G970F', 1);
    const [id = ''] = ana.tokens;
    const { id: recovery } = await ana.portal.ask(portalRoutes.startMigration, { params: { id } });
    const key = randomUUID();
    const start = () => refusalOf(ana.portal.askOnce(portalRoutes.startMigration, { params: { id } }, key));
    const first = await start();
    expect(first).toMatchObject({ code: 'token-reserved', recovery });
    expect(alike(await start())).toEqual(alike(first));
  });

  test('X-08 the same key of another person is another recovery', async () => {
    const { cast } = stage;
    const [ana, bea] = [
      await cast.person('keya', 'samsung SM-G970F', 1),
      await cast.person('keyb', 'samsung SM-G970F', 1),
    ];
    const key = randomUUID();
    const ids = await Promise.all(
      [ana, bea].map(
        async (person) =>
          (await person.portal.ask(portalRoutes.startMigration, { params: { id: person.tokens[0] ?? '' } }, key)).id,
      ),
    );
    expect(new Set(ids).size).toBe(2);
  });

  test('L-01 a fourth time within an hour is refused, says when, and is on record', async () => {
    const { cast } = stage;
    const ana = await cast.person('often', 'samsung SM-G970F', 1);
    for (let round = 0; round < 3; round++) {
      const { recovery } = await startedMigration(cast, ana);
      await ana.portal.ask(portalRoutes.cancelRecovery, { params: { id: recovery.id }, body: {} });
    }
    const [id = ''] = ana.tokens;
    const refused = await refusalOf(ana.portal.ask(portalRoutes.startMigration, { params: { id } }));
    expect(refused).toMatchObject({ code: 'rate-limited', status: 429 });
    expect(Date.parse(refused.retryAt ?? '') - Date.now()).toBeGreaterThan(50 * 60_000);
    const records = await cast.founding.database.audit.find({ what: 'recovery.refused', 'object.id': id }).toArray();
    expect(records.map(({ detail }) => detail['refused'])).toEqual(['rate-limited']);
    expect(await cast.founding.database.tokens.findOne({ _id: id })).toMatchObject({
      state: 'active',
      reservedBy: null,
    });
  });
});

describe('C-04 wrong codes in a row over several recoveries', () => {
  test('C-04 make the account wait, and a wait is not a lock', async () => {
    const { cast } = stage;
    const ana = await cast.person('cool', 'samsung SM-G970F', 1);
    const [id = ''] = ana.tokens;
    const { accounts } = cast.founding.database;
    await accounts.updateOne({ _id: ana.accountId }, { $set: { failures: 20, lastFailureAt: new Date() } });
    const refused = await refusalOf(ana.portal.ask(portalRoutes.startMigration, { params: { id } }));
    expect(refused).toMatchObject({ code: 'cooling-off', status: 429 });
    await accounts.updateOne({ _id: ana.accountId }, { $set: { lastFailureAt: new Date(Date.now() - 300_000) } });
    await startedMigration(cast, ana);
  });
});

describe('CLOSE', () => {
  test('after CONFIRM is refused, and the token still waits for its device', async () => {
    const { cast } = stage;
    const ana = await cast.person('close', 'samsung SM-G970F', 1);
    const { id } = await confirmedMigration(cast, ana);
    const close = ana.portal.ask(portalRoutes.cancelRecovery, { params: { id }, body: { at: 'prove-ownership' } });
    expect(await refusalOf(close)).toMatchObject({ code: 'wrong-step', status: 409 });
    expect((await newPhone(cast, ana)).waiting.recovery).toBe(id);
  });

  test('INV-4 before CONFIRM leaves the token exactly as it was, and a later code is refused', async () => {
    const { cast } = stage;
    const ana = await cast.person('closed', 'samsung SM-G970F', 1);
    const [tokenId = ''] = ana.tokens;
    const before = await cast.founding.database.tokens.findOne({ _id: tokenId });
    const binding = await cast.founding.database.bindings.findOne({ tokenId });
    const { recovery, code } = await startedMigration(cast, ana);
    const at = { params: { id: recovery.id }, body: { at: 'prove-ownership' as const } };
    expect(await ana.portal.ask(portalRoutes.cancelRecovery, at)).toMatchObject({ state: 'cancelled' });
    expect(await cast.founding.database.tokens.findOne({ _id: tokenId })).toEqual(before);
    expect(await cast.founding.database.bindings.findOne({ tokenId })).toEqual(binding);
    expect(await refusalOf(ana.portal.ask(portalRoutes.enterMailCode, enter(recovery.id, code)))).toMatchObject({
      code: 'already-finished',
    });
  });
});
