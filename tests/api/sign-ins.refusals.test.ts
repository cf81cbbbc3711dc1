import { describe, expect, test } from 'vitest';
import { StartedSignIn, type WaitingSignIn } from '../../contracts/identities.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { serviceRoutes } from '../../contracts/routes/service.ts';
import {
  accountHolderOf,
  askAsService,
  identityHolder,
  newPasscode,
  passcode,
  restorable,
  restored,
  signsIn,
  startSignIn,
  type IdentityHolder,
} from '../../embedded/people/identity.ts';
import { useCast } from '../cast.ts';
import { nobody } from './principals.ts';
import { alike, problemIn, refusalOf } from './refused.ts';
import { steadyHeaders } from './restoring.ts';

const stage = useCast();

const stateOf = async (id: string) =>
  (await askAsService(stage.cast, serviceRoutes.showSignIn, { params: { id } })).state;
const countOf = async ({ accountId }: IdentityHolder) =>
  (await stage.cast.founding.database.tokens.findOne({ accountId, type: 'identity' }))?.identity?.signIns;

async function waitingFor(ana: IdentityHolder): Promise<{ signIn: WaitingSignIn; id: string; number: string }> {
  const { id, number } = await startSignIn(stage.cast, ana.userName);
  const signIn = (await ana.phone.identity.listSignIns()).find((one) => one.id === id);
  if (signIn === undefined) throw new Error('it is not offered');
  return { signIn, id, number };
}

describe('a sign-in', () => {
  test('is approved by the number that the service shows; the service learns it, and it is on record', async () => {
    const ana = await identityHolder(stage.cast, 'approves');
    const { signIn, id, number } = await waitingFor(ana);
    expect(signIn).toMatchObject({ place: 'Bilbao, Firefox', service: { id: stage.cast.service.id } });
    expect(signIn.choices).toContain(number);
    expect(new Set(signIn.choices).size).toBe(3);
    expect(await stateOf(id)).toBe('pending');
    expect(await ana.phone.identity.approveSignIn(signIn, number, passcode)).toMatchObject({ signIns: 1 });
    expect(await stateOf(id)).toBe('approved');
    const { audit, bindings } = stage.cast.founding.database;
    expect(await audit.countDocuments({ what: 'sign-in.approved', 'object.id': id })).toBe(1);
    expect((await bindings.findOne({ accountId: ana.accountId }))?.lastUsedAt).toBeInstanceOf(Date);
  });

  test('ends with a wrong number: then even the right one is too late, and nothing was signed in to', async () => {
    const ana = await identityHolder(stage.cast, 'guesses');
    const { signIn, id, number } = await waitingFor(ana);
    const wrong = signIn.choices.find((choice) => choice !== number) ?? '';
    const guess = () => ana.phone.identity.approveSignIn(signIn, wrong, passcode);
    expect(await refusalOf(guess())).toMatchObject({ code: 'wrong-number', status: 422 });
    expect(await refusalOf(guess())).toMatchObject({ code: 'wrong-number' });
    expect(await refusalOf(ana.phone.identity.approveSignIn(signIn, number, passcode))).toMatchObject({
      code: 'already-finished',
    });
    expect(await stateOf(id)).toBe('refused');
    expect(await countOf(ana)).toBe(0);
  });

  test('INV-3 is approved once: by one of two devices; asked again, that one is told the same', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'twice');
    const { app } = await restored(cast, ana, { kind: 'duplication' });
    const { signIn, number } = await waitingFor(ana);
    const [here] = await app.identity.listSignIns();
    expect(here).toEqual(signIn);
    const asked = [
      () => ana.phone.identity.approveSignIn(signIn, number, passcode),
      () => app.identity.approveSignIn(signIn, number, newPasscode),
    ];
    const outcomes = await Promise.allSettled(asked.map((ask) => ask()));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const again = await Promise.allSettled(asked.map((ask) => ask()));
    expect(again.map(({ status }) => status)).toEqual(outcomes.map(({ status }) => status));
    expect(await countOf(ana)).toBe(1);
  });

  test('can be refused, and is over then', async () => {
    const ana = await identityHolder(stage.cast, 'refuses');
    const { signIn, id, number } = await waitingFor(ana);
    await ana.phone.identity.refuseSignIn(id);
    expect(await stateOf(id)).toBe('refused');
    expect(await refusalOf(ana.phone.identity.approveSignIn(signIn, number, passcode))).toMatchObject({
      code: 'already-finished',
    });
  });

  test('DB-04 that nobody decided expires by the clock: it can no longer be approved', async () => {
    const ana = await identityHolder(stage.cast, 'late');
    const { signIn, id, number } = await waitingFor(ana);
    await stage.cast.founding.database.signIns.updateOne({ _id: id }, { $set: { expiresAt: new Date() } });
    expect(await stateOf(id)).toBe('expired');
    expect(await ana.phone.identity.listSignIns()).toEqual([]);
    expect(await refusalOf(ana.phone.identity.approveSignIn(signIn, number, passcode))).toMatchObject({
      code: 'already-finished',
    });
    expect(await countOf(ana)).toBe(0);
  });

  test('S-09 of one service is not there for another', async () => {
    const { cast } = stage;
    const ana = await identityHolder(cast, 'private');
    const { id } = await startSignIn(cast, ana.userName);
    const other = await cast.administrator.ask(adminRoutes.createService, { body: { name: `VPN ${cast.mark} ${id}` } });
    const send = nobody(cast, { authorization: `Bearer ${other.verifyKey}` });
    const theirs = await problemIn(await send(serviceRoutes.showSignIn, { params: { id } }));
    const none = { params: { id: 'sgn_AAAAAAAAAAAAAAAAAAAAAA' } };
    expect(theirs).toMatchObject({ code: 'not-found' });
    expect(alike(theirs)).toEqual(alike(await problemIn(await send(serviceRoutes.showSignIn, none))));
  });
});

test('E-01 the service gets the same answer for somebody unknown, disabled or without an identity', async () => {
  const { cast } = stage;
  const [known, disabled, bare] = [
    await identityHolder(cast, 'known'),
    await identityHolder(cast, 'gone'),
    await accountHolderOf(cast, 'bare'),
  ];
  const reason = { reason: 'Left the company' };
  await cast.administrator.ask(adminRoutes.disableAccount, { params: { id: disabled.accountId }, body: reason });
  const send = nobody(cast, { authorization: `Bearer ${cast.service.verifyKey}` });
  const answers = await Promise.all(
    [known.userName, disabled.userName, bare.userName, `nobody-${cast.mark}`].map(async (userName) => {
      const answer = await send(serviceRoutes.startSignIn, { body: { userName } });
      const headers = steadyHeaders(answer);
      const text = await answer.text();
      const { id } = StartedSignIn.parse(JSON.parse(text));
      return { status: answer.status, headers, length: text.length, state: await stateOf(id) };
    }),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 201, state: 'pending' });
  expect(await bare.phone.identity.listSignIns()).toEqual([]);
});

test('no more than three sign-ins wait for a person at once, known or not; nobody else is kept waiting by it', async () => {
  const { cast } = stage;
  const ana = await identityHolder(cast, 'flooded');
  for (const userName of [ana.userName, `nobody-else-${cast.mark}`]) {
    for (let one = 0; one < 3; one++) await startSignIn(cast, userName);
    const refused = await refusalOf(startSignIn(cast, userName));
    expect(refused).toMatchObject({ code: 'rate-limited', status: 429 });
    expect(Date.parse(refused.retryAt ?? '')).toBeGreaterThan(Date.now());
  }
  expect(await ana.phone.identity.listSignIns()).toHaveLength(3);
  const bea = await identityHolder(cast, 'calm');
  expect(await signsIn(cast, bea.phone, bea.userName)).toMatchObject({ signIns: 1 });
});

test('the sixth sign-in asks "Back up your identity"; after NOT NOW it is never asked again', async () => {
  const { cast } = stage;
  const ana = await identityHolder(cast, 'sixth');
  const asked: boolean[] = [];
  for (let time = 1; time <= 6; time++)
    asked.push((await signsIn(cast, ana.phone, ana.userName)).restoration.isPromptDue);
  expect(asked).toEqual([false, false, false, false, false, true]);
  expect((await ana.phone.identity.declineBackUp()).restoration.isPromptDue).toBe(false);
  for (let time = 7; time <= 8; time++)
    expect((await signsIn(cast, ana.phone, ana.userName)).restoration.isPromptDue).toBe(false);
});
