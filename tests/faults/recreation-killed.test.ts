import { expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { password, type Person } from '../../embedded/people/cast.ts';
import {
  answered,
  confirmed,
  firstCode,
  paperApp,
  questionedPerson,
  registered,
  showRecreation,
} from '../../embedded/people/recreation.ts';
import { eventually, killedOnceAt, mailsOf, reaches, useWorld } from './world.ts';

const scene = useWorld();

/** *I have misplaced my token*, under one key: whoever asks again asks for the same recreation. */
function misplacedOnce({ portal, email, tokens }: Person) {
  const body = { token: tokens[0] ?? '', userName: email.split('@')[0] ?? '', password };
  return portal.ask(portalRoutes.startRecreation, { body }, 'the-same-key-each-time');
}

function provedByMail({ portal }: Person, id: string, code: string) {
  return portal.ask(portalRoutes.enterMailCode, { params: { id }, body: { code } });
}

test.each(['worker', 'api'] as const)(
  'INV-11 the %s killed after each step of a recreation: the next carries it to its end, each mail sent once',
  async (piece) => {
    const { cast, world } = scene();
    const ana = await questionedPerson(cast, `ana-${piece}`);
    const [tokenId = ''] = ana.tokens;
    const killedAt = <T>(version: number, deed: () => Promise<T>) => {
      const filter = { 'account.id': ana.accountId, kind: 'recreation', version };
      return killedOnceAt(scene(), piece, filter, eventually(deed));
    };

    const { id } = await killedAt(1, () => misplacedOnce(ana));
    const code = await cast.mailbox.codeFor(ana.email, id);
    await killedAt(2, () => provedByMail(ana, id, code));
    const asked = await eventually(() => showRecreation(ana, id));
    await killedAt(3, () => answered(ana, asked));
    const shown = await killedAt(4, () => confirmed(ana, id));
    const app = paperApp(shown);
    await killedAt(5, () => registered(ana, id, app.registration));
    world.kill(piece);
    await world.restart(piece);
    const first = app.code();
    const ended = await killedAt(6, () => firstCode(ana, id, first));

    expect(ended).toMatchObject({ state: 'completed', step: 'switch' });
    const { timeline } = await reaches(scene(), { _id: id, state: 'completed' });
    expect(timeline.map(({ what }) => what)).toEqual([
      'opened',
      'mail-code-accepted',
      'answers-accepted',
      'recreation-confirmed',
      'registered',
      'recreated',
    ]);
    const { bindings, recoveries } = cast.founding.database;
    expect(await recoveries.countDocuments({ 'account.id': ana.accountId, kind: 'recreation' })).toBe(1);
    const bound = await bindings.find({ tokenId }).sort({ startedAt: 1 }).toArray();
    expect(bound.map(({ state }) => state)).toEqual(['ended', 'active']);
    expect(await cast.isAccepted(app.serial, app.code(1))).toBe(true);
    await expect
      .poll(() => mailsOf(scene(), id), { timeout: 60_000 })
      .toEqual({ 'mail-code': 1, 'recreation-news': 1, completed: 1 });
  },
  270_000,
);
