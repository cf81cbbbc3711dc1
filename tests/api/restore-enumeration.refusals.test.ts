import { expect, test } from 'vitest';
import { RestoreAttempt } from '../../contracts/identities.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { accountHolderOf, identityHolder, newApp, passcode, restorable } from '../../embedded/people/identity.ts';
import { useCast } from '../cast.ts';
import { asDevice } from './principals.ts';
import { alike, problemIn } from './refused.ts';
import { entering, someRestoreCode, steadyHeaders } from './restoring.ts';

const stage = useCast();

/** Everybody whom a stranger might name. */
async function everybody(): Promise<{ who: string; userName: string }[]> {
  const { cast } = stage;
  const [active, gone, bare, unready, off] = [
    await restorable(cast, 'active'),
    await restorable(cast, 'gone'),
    await accountHolderOf(cast, 'bare'),
    await identityHolder(cast, 'unready'),
    await restorable(cast, 'disabled-function'),
  ];
  const reason = { reason: 'Left the company' };
  await cast.administrator.ask(adminRoutes.disableAccount, { params: { id: gone.accountId }, body: reason });
  await off.phone.identity.disableRestoration(passcode);
  return [
    { who: 'restorable', userName: active.userName },
    { who: 'of a disabled account', userName: gone.userName },
    { who: 'without an identity', userName: bare.userName },
    { who: 'without restore function', userName: unready.userName },
    { who: 'with a disabled restore function', userName: off.userName },
    { who: 'unknown', userName: `nobody-${cast.mark}` },
  ];
}

/** What an answer shows of itself, but for ids and instants, which have one length. */
async function looks(answer: Response) {
  const [status, headers] = [answer.status, steadyHeaders(answer)];
  const text = await answer.text();
  return { status, headers, length: text.length, text };
}

async function attemptOf(userName: string) {
  const app = newApp(stage.cast);
  await app.restoring.start(userName, 'restore', 'iPhone12,3');
  const send = asDevice(stage.cast, { phone: app });
  const { text, ...start } = await looks(
    await send(deviceRoutes.startRestore, { body: { userName, kind: 'restore' } }),
  );
  const { id, attemptsLeft } = RestoreAttempt.parse(JSON.parse(text));
  return { start: { ...start, attemptsLeft }, enter: entering(app, send, id) };
}

test(
  'E-01 E-03 START and five wrong codes are answered alike, whoever was named; nobody is mailed',
  { timeout: 120_000 },
  async () => {
    const people = await everybody();
    const seen = [];
    for (const { who, userName } of people) {
      const { start, enter } = await attemptOf(userName);
      const refusals = [];
      for (let guess = 0; guess < 6; guess++) {
        const answer = await enter(someRestoreCode());
        const headers = steadyHeaders(answer);
        refusals.push({ headers, ...alike(await problemIn(answer)) });
      }
      seen.push({ who, start, refusals });
    }
    const [first] = seen;
    expect(first?.refusals.map(({ code, attemptsLeft }) => [code, attemptsLeft])).toEqual([
      ['wrong-restore-code', 4],
      ['wrong-restore-code', 3],
      ['wrong-restore-code', 2],
      ['wrong-restore-code', 1],
      ['attempts-exhausted', 0],
      ['attempts-exhausted', 0],
    ]);
    for (const { who, ...answers } of seen) expect({ who, ...answers }).toEqual({ ...first, who });
    const { recoveries, mails } = stage.cast.founding.database;
    const named = { $in: people.map(({ userName }) => userName) };
    expect(await recoveries.countDocuments({ 'account.userName': named })).toBe(0);
    expect(
      await mails.countDocuments({
        template: { $in: ['mail-code', 'restore-tried'] },
        to: { $in: people.map(({ userName }) => `${userName}@example.org`) },
      }),
    ).toBe(0);
  },
);

test(
  'E-02 the clock does not tell whom a stranger named: medians of interleaved calls',
  { timeout: 180_000 },
  async () => {
    const { cast } = stage;
    const names = { known: (await restorable(cast, 'timed')).userName, unknown: `nobody-timed-${cast.mark}` };
    const took = {
      known: { start: [] as number[], code: [] as number[] },
      unknown: { start: [] as number[], code: [] as number[] },
    };
    const timed = async (into: number[], ask: () => Promise<Response>) => {
      const from = performance.now();
      await (await ask()).text();
      into.push(performance.now() - from);
    };
    for (let round = 0; round < 4; round++) {
      const app = newApp(cast);
      await app.restoring.start('warm-up', 'restore', 'iPhone12,3');
      const send = asDevice(cast, { phone: app });
      const entered = { known: await attemptOf(names.known), unknown: await attemptOf(names.unknown) };
      for (let guess = 0; guess < 4; guess++)
        for (const who of ['known', 'unknown'] as const) {
          const body = { userName: names[who], kind: 'restore' };
          await timed(took[who].start, () => send(deviceRoutes.startRestore, { body }));
          await timed(took[who].code, () => entered[who].enter(someRestoreCode()));
        }
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    const fastest = (values: number[]) => Math.min(...values);
    for (const what of ['start', 'code'] as const) {
      const [known, unknown] = [took.known[what], took.unknown[what]];
      expect(Math.abs(median(known) - median(unknown))).toBeLessThan(60);
      expect(Math.min(fastest(known), fastest(unknown))).toBeGreaterThanOrEqual(what === 'start' ? 149 : 449);
    }
  },
);
