import { describe, expect, test } from 'vitest';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { identityProof } from '../../device-sdk/identity-proof.ts';
import { publicKeyOf } from '../../device-sdk/keys.ts';
import {
  newPasscode,
  paired,
  passcode,
  provedRestore,
  restorable,
  restored,
  scannedPairing,
  signsIn,
} from '../../embedded/people/identity.ts';
import { useCast } from '../cast.ts';
import { handMade, thumbprintOf } from './hand-made.ts';
import { asDevice } from './principals.ts';
import { problemIn, refusalOf } from './refused.ts';
import { identityRecord } from './restoring.ts';

const stage = useCast();

describe('a pairing by QR code', () => {
  test('moves the identity without any code by mail: the old device is told, and its restore code stays good', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'moved');
    const { app, identity, recovery } = await paired(cast, ana);
    expect(identity).toMatchObject({ isHere: true, devices: 1, restoration: { isActive: true, mustStoreCode: false } });
    expect((await ana.phone.sync()).departed).toMatchObject([{ reason: 'restored' }]);
    const { recoveries } = cast.founding.database;
    const found = await recoveries.findOne({ _id: recovery.id });
    expect(found).toMatchObject({ kind: 'restore', way: 'qr', state: 'completed', challenge: null });
    expect(found?.timeline.map(({ what }) => what)).toEqual(['opened', 'scanned', 'pairing-confirmed', 'moved']);
    const mails = (await cast.mailbox.messages(ana.email)).filter(({ id }) => id.startsWith(recovery.id));
    expect(mails.map(({ template }) => template)).toEqual(['completed', 'pairing-started']);
    await signsIn(cast, app, ana.userName, newPasscode);
    expect((await restored(cast, ana)).identity).toMatchObject({ isHere: true });
  });

  test('T-09 brings it to a second device as well: each has a key of its own, and can be ended alone', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'both');
    const { app, identity } = await paired(cast, ana, 'duplication');
    expect(identity).toMatchObject({ isHere: true, devices: 2 });
    const { bindings } = await identityRecord(cast, ana.accountId);
    expect(new Set(bindings.map(({ key }) => key?.thumbprint)).size).toBe(2);
    await signsIn(cast, ana.phone, ana.userName);
    await signsIn(cast, app, ana.userName, newPasscode);
    const first = (await ana.phone.state()).account?.device.id ?? '';
    expect(await app.identity.unpair(first, newPasscode)).toHaveLength(1);
    await signsIn(cast, app, ana.userName, newPasscode);
  });

  test('shows both devices the same two digits, which say which device has scanned', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'digits');
    const { app, recovery } = await scannedPairing(cast, ana, 'duplication');
    const [old, fresh] = [await ana.phone.showRecovery(recovery.id), await app.restoring.look()];
    expect(old.pairing).toMatchObject({
      digits: expect.stringMatching(/^\d\d$/) as string,
      device: { model: 'iPad8,9' },
    });
    expect(fresh?.pairing).toEqual(old.pairing);
    expect(await app.listWaiting()).toEqual([]);
  });

  test('ends when the device that showed it is unpaired meanwhile: it must not hand the identity on', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'stolen');
    const { app: mine } = await restored(cast, ana, { kind: 'duplication' });
    const code = await mine.identity.issueRestoreCode(newPasscode);
    await mine.identity.confirmRestoreCode(code.code.split('-').slice(3).join('-'));
    const { app, recovery } = await scannedPairing(cast, ana, 'restore');
    await ana.phone.pairing.confirm(recovery.id, passcode);
    const stolen = (await ana.phone.state()).account?.device.id ?? '';
    await mine.identity.unpair(stolen, newPasscode);
    expect(await refusalOf(app.restoring.finish(newPasscode))).toMatchObject({ code: 'token-not-ready' });
    expect(await mine.identity.show()).toMatchObject({ isHere: true, devices: 1 });
  });
});

test('D-04 a key that another account has is bound to nobody else', async () => {
  const { cast } = stage;
  const [eve, ana] = [await handMade(cast, 'eve'), await restorable(cast, 'claimed')];
  const before = await identityRecord(cast, ana.accountId);
  const { app, recovery } = await provedRestore(cast, ana);
  const [waiting] = await app.listWaiting();
  if (waiting?.identity == null) throw new Error('no identity waits');
  const { id: token, challenge } = waiting.identity;
  const device = await thumbprintOf(app);
  const claims = {
    purpose: 'bind',
    origin: cast.world.urls.device,
    token,
    device,
    challenge,
    about: recovery.id,
  } as const;
  const proof = await identityProof(eve.pair.privateKey, claims, Date.now());
  const send = asDevice(cast, { phone: app });
  const claim = (said: string) => {
    const body = publicKeyOf(eve.pair).then((publicKey) => ({ proofs: [{ token, publicKey, proof: said }] }));
    return body.then((body) => send(deviceRoutes.claim, { params: { id: recovery.id }, body }));
  };
  expect(await problemIn(await claim(proof))).toMatchObject({ code: 'device-key-taken', status: 409 });
  // D-02: nor by a proof that was made for another recovery, device or challenge.
  for (const other of [
    { about: 'rec_AAAAAAAAAAAAAAAAAAAAAA' },
    { device: 'A'.repeat(43) },
    { challenge: 'A'.repeat(43) },
  ]) {
    const forged = await identityProof(eve.pair.privateKey, { ...claims, ...other }, Date.now());
    expect(await problemIn(await claim(forged))).toMatchObject({ code: 'verification-failed', status: 422 });
  }
  expect((await identityRecord(cast, ana.accountId)).bindings).toEqual(before.bindings);
  expect(await app.restoring.finish(newPasscode)).toMatchObject({ isHere: true, devices: 1 });
});
