import { type Cast } from '../embedded/people/cast.ts';
import { newApp, newPasscode, paired, passcode, restorable, restored } from '../embedded/people/identity.ts';
import { chapter, expectRefusal, expectThat, step } from './steps.ts';

/** Guide 001: the ID on a second device, and taken off one. */
export async function pairingStory(cast: Cast): Promise<void> {
  chapter('QR pairing and duplication: the ID on two devices (docs/guides/duplication.md)');
  const max = await restorable(cast, 'max');
  const { qr, recovery } = await max.phone.pairing.start('duplication', passcode);
  step('First device: Restoration settings, passcode, Show QR code (two minutes, once)');
  const tablet = newApp(cast);
  const scanned = await tablet.restoring.scanPairing(qr, 'iPad8,9');
  await expectRefusal('link-spent', () => newApp(cast).restoring.scanPairing(qr, 'photographed it'));
  step(
    `Second device: Start QR code pairing; both show ${scanned.pairing?.digits ?? ''}. Who photographed the code is too late`,
  );
  await max.phone.pairing.confirm(recovery.id, passcode);
  const duplicated = await tablet.restoring.finish(newPasscode);
  expectThat(duplicated.devices === 2, 'the ID is on both devices');
  step('Confirmed on the first, passcode chosen on the second: the ID is on both');
  await expectRefusal('too-many-devices', () => max.phone.pairing.start('duplication', passcode));
  step('A third device is more than the administrator allows');

  chapter('Devices: the ID is deactivated on one (docs/guides/devices.md)');
  const devices = await tablet.identity.devices();
  const other = devices.find(({ isThisDevice }) => !isThisDevice);
  await tablet.identity.unpair(other?.id ?? '', newPasscode);
  step(`Devices, passcode: ${other?.model ?? ''} (ID ${other?.shortId ?? ''}) is deactivated, though it is offline`);
  const { departed } = await max.phone.sync();
  expectThat(departed[0]?.reason === 'unpaired', 'the device learns of it at its next contact');
  const [last] = await tablet.identity.devices();
  await expectRefusal('last-device', () => tablet.identity.unpair(last?.id ?? '', newPasscode));
  step('It learns of it at its next contact; deactivating the last one is warned of');

  chapter('Duplication by restore code, and a move by QR code');
  const ida = await restorable(cast, 'ida');
  const twice = await restored(cast, ida, { kind: 'duplication' });
  expectThat(twice.identity.devices === 2, 'the first device keeps the ID');
  step('By restore code and mailed code the ID comes to a second device, and stays on the first');
  const leo = await restorable(cast, 'leo');
  const moved = await paired(cast, leo, 'restore');
  expectThat(moved.identity.devices === 1, 'the old device is unpaired');
  step('By QR code, without a mailed code, the ID moves to a new device, and the old one is unpaired');
}
