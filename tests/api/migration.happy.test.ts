import { describe, expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { password } from '../../embedded/people/cast.ts';
import { phone } from '../../embedded/people/enrolment.ts';
import { freshCode } from '../../embedded/people/fresh-code.ts';
import { useCast } from '../cast.ts';

const stage = useCast();

describe('migration', () => {
  test('moves the token in one step: the new phone is accepted, the old one refused, the record says so', async () => {
    const { cast } = stage;
    const ana = await cast.person('ana', 'samsung SM-G970F', 1);
    const [tokenId = ''] = ana.tokens;
    const recovery = await ana.portal.ask(portalRoutes.startMigration, { params: { id: tokenId } });
    const code = await cast.mailbox.code(ana.email);
    await ana.portal.ask(portalRoutes.enterMailCode, { params: { id: recovery.id }, body: { code } });
    const iphone = await phone(cast.world.urls.device, 'iPhone12,3', ana.email, password);
    const [waiting] = await iphone.listWaiting();
    if (waiting === undefined) throw new Error('nothing waits');
    const [held] = await iphone.claim(waiting);

    const { database } = cast.founding;
    const bindings = await database.bindings.find({ tokenId }).sort({ startedAt: 1 }).toArray();
    expect(bindings.map(({ state, seed }) => [state, seed === null])).toEqual([
      ['ended', true],
      ['active', false],
    ]);
    const token = await database.tokens.findOne({ _id: tokenId });
    expect(token).toMatchObject({ state: 'active', reservedBy: null, device: { model: 'iPhone12,3' } });
    expect(await database.recoveries.findOne({ _id: recovery.id })).toMatchObject({ state: 'completed', version: 3 });
    const audited = await database.audit.find({ 'object.id': recovery.id }).sort({ at: 1 }).toArray();
    expect(audited.map(({ what }) => what)).toEqual([
      'recovery.opened',
      'recovery.mail-code-accepted',
      'recovery.moved',
    ]);
    expect(await cast.isAccepted(held?.serial ?? '', await freshCode(iphone, tokenId))).toBe(true);
    expect(await cast.isAccepted(held?.serial ?? '', (await ana.phone.code(tokenId)).otp)).toBe(false);
  });
});
