import { beforeEach, describe, expect, test } from 'vitest';
import { guides } from '../../domain/guides.ts';
import { agentCancels, cancels, claims, claimsFalsely, startsMigration } from './deeds.ts';
import { aNewDevice } from './identities.ts';
import { anOwner, mailsTo, recordOf, type Owner } from './owners.ts';
import { activates, allowsTransfers, startsTransfer } from './transferring.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const hour = 3_600_000;
let ana: Owner;

beforeEach(async () => {
  await allowsTransfers(stage());
  ana = await anOwner(stage(), 2);
});

const standing = () => Promise.all(ana.tokens.map((token) => recordOf(stage(), token)));

describe('a transfer', () => {
  test('enters the steps of its guide, moves all tokens with fresh seeds, and is told at start and end', async () => {
    const device = await aNewDevice();
    const id = await startsTransfer(stage(), ana);
    await activates(stage(), id, device);
    const { model, shortId } = device;
    await claims(stage(), ana, id, { id: device.id, model, shortId });
    expect(await stage().outcome(id)).toBe('completed');
    expect(stage().stepsEntered(id)).toEqual(guides.transfer.map((step) => step.id));
    for (const { token, bindings } of await standing()) {
      expect(token).toMatchObject({ state: 'active', reservedBy: null, device: { id: device.id } });
      expect(bindings.map(({ state, end }) => [state, end?.reason])).toEqual([
        ['ended', 'moved'],
        ['active', undefined],
      ]);
    }
    expect(await stage().database.devices.findOne({ _id: device.id })).toMatchObject({
      state: 'active',
      restoring: null,
    });
    expect((await mailsTo(stage(), ana.email)).map(({ template }) => template)).toEqual([
      'transfer-activation',
      'completed',
    ]);
  });

  test('B-03 belongs to the first device that brings its activation, and never to the one that sends', async () => {
    const id = await startsTransfer(stage(), ana);
    const first = await aNewDevice();
    await activates(stage(), id, first);
    await expect(activates(stage(), id, await aNewDevice())).rejects.toMatchObject({ code: 'wrong-step' });
    const thief = await aNewDevice('thief');
    await expect(
      claimsFalsely(stage(), ana, id, { id: thief.id, model: thief.model, shortId: thief.shortId }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['expired after a day, nobody having activated it', 'expired', async () => stage().time.pass(24 * hour)],
    ['cancelled by its owner', 'cancelled', async (id: string) => cancels(stage(), ana, id)],
    ['cancelled by staff', 'cancelled', async (id: string) => agentCancels(stage(), id, 'Owner asked for it')],
  ] as const)('%s leaves all tokens as they were', async (_, outcome, end) => {
    const before = await standing();
    const id = await startsTransfer(stage(), ana);
    await end(id);
    expect(await stage().outcome(id)).toBe(outcome);
    expect(await standing()).toEqual(before);
    expect((await mailsTo(stage(), ana.email)).map(({ template }) => template)).toEqual([
      'transfer-activation',
      'ended',
    ]);
  });

  test('activated, but never taken, expires after the same day', async () => {
    const before = await standing();
    const id = await startsTransfer(stage(), ana);
    await stage().time.pass(hour);
    await activates(stage(), id, await aNewDevice());
    expect(await stage().outcome(id)).toBe('expired');
    const record = await stage().database.recoveries.findOne({ _id: id });
    expect((record?.deadline.getTime() ?? 0) - (record?.startedAt.getTime() ?? 0)).toBe(24 * hour);
    expect(await standing()).toEqual(before);
  });

  test('INV-6 reserves nothing when one of the tokens is in another recovery', async () => {
    const migration = await startsMigration(stage(), ana);
    const before = await standing();
    await expect(startsTransfer(stage(), ana)).rejects.toMatchObject({
      code: 'token-reserved',
      facts: { recoveryId: migration },
    });
    expect(await standing()).toEqual(before);
  });

  test.each([
    ['transfer-off', { isOn: false }],
    ['transfer-offline', { provisioning: 'offline' }],
    ['mobile-api-off', { isMobileApiOn: false }],
    ['no-public-address', { publicAddress: null }],
  ] as const)('is refused as %s', async (code, changes) => {
    await allowsTransfers(stage(), changes);
    await expect(startsTransfer(stage(), ana)).rejects.toMatchObject({ code });
  });
});
