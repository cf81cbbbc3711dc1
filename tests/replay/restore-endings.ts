import { asksForAnother, agentCancels, agentExtends, cancels, enters } from '../workflows/deeds.ts';
import { aKey, aNewDevice, anIdentityOwner, administratorDecides } from '../workflows/identities.ts';
import { mailedCode, wrongCode } from '../workflows/owners.ts';
import {
  confirms,
  entersSecondCode,
  getsIdentity,
  isAwaitedByCode,
  isAwaitedByQr,
  scans,
  showsQrCode,
  startsRestore,
} from '../workflows/restoring.ts';
import type { Stage } from '../workflows/stage.ts';
import { refused, refusedOne, type Walk } from './walking.ts';

/** Guide 001: each kind by each of its ways, to each of their ends. */

const minute = 60_000;

async function people(stage: Stage) {
  return { ida: await anIdentityOwner(stage), device: await aNewDevice() };
}

async function proving(stage: Stage) {
  const { ida, device } = await people(stage);
  return { ida, device, id: await startsRestore(stage, ida, device) };
}

async function scanned(stage: Stage) {
  const { ida, device } = await people(stage);
  const id = await showsQrCode(stage, ida);
  await scans(stage, id, device);
  return { ida, device, id };
}

export const restoreEndings: Record<string, Walk> = {
  'restore-completed': async (stage) => {
    const { ida, device } = await people(stage);
    const id = await isAwaitedByCode(stage, ida, device);
    await getsIdentity(stage, ida, id, device);
    return id;
  },
  'restore-completed-after-detours': async (stage) => {
    const { ida, device, id } = await proving(stage);
    await refused(asksForAnother(stage, ida, id));
    await refused(enters(stage, ida, id, wrongCode(await mailedCode(stage, ida, id)), device.thumbprint));
    await refused(scans(stage, id, device));
    await agentExtends(stage, id, 'On holiday');
    await stage.time.pass(minute);
    await entersSecondCode(stage, ida, id, device);
    await refused(getsIdentity(stage, ida, id, await aNewDevice()));
    await administratorDecides(stage, { isOn: false });
    await refused(getsIdentity(stage, ida, id, device));
    await administratorDecides(stage, {});
    await getsIdentity(stage, ida, id, device);
    return id;
  },
  'restore-cancelled-by-owner': async (stage) => {
    const { ida, id } = await proving(stage);
    await cancels(stage, ida, id, 'prove-ownership');
    return id;
  },
  'restore-cancelled-by-staff': async (stage) => {
    const { ida, device } = await people(stage);
    const id = await isAwaitedByCode(stage, ida, device);
    await agentCancels(stage, id, 'Restoration was switched off');
    return id;
  },
  'restore-cancelled-by-temporal': async (stage) => {
    const { id } = await proving(stage);
    await stage.workflow(id).cancel();
    return id;
  },
  'restore-expired-proving': async (stage) => (await proving(stage)).id,
  'restore-expired-awaiting-device': async (stage) => {
    const { ida, device } = await people(stage);
    return isAwaitedByCode(stage, ida, device);
  },
  'restore-locked': async (stage) => {
    const { ida, device, id } = await proving(stage);
    const right = await mailedCode(stage, ida, id);
    for (let number = 1; number <= 5; number++)
      await refused(enters(stage, ida, id, wrongCode(right, number), device.thumbprint));
    return id;
  },
  'restore-refused': async (stage) => {
    const { ida } = await proving(stage);
    await refused(startsRestore(stage, ida, await aNewDevice()));
    return refusedOne(stage);
  },
  'restore-by-qr-completed': async (stage) => {
    const { ida, device } = await people(stage);
    const id = await isAwaitedByQr(stage, ida, device);
    await getsIdentity(stage, ida, id, device);
    return id;
  },
  'restore-by-qr-completed-after-detours': async (stage) => {
    const ida = await anIdentityOwner(stage, { devices: 2 });
    const [device, rival, key] = [await aNewDevice(), await aNewDevice(), await aKey()];
    const id = await showsQrCode(stage, ida);
    await refused(agentExtends(stage, id, 'The caller is slow'));
    const shower = await stage.database.devices.findOne({ _id: ida.device.id });
    await refused(scans(stage, id, { ...device, thumbprint: shower?.thumbprint ?? '' }));
    const [first] = await Promise.allSettled([scans(stage, id, device), scans(stage, id, rival)]);
    const winner = first.status === 'fulfilled' ? device : rival;
    await refused(confirms(stage, ida, id, winner));
    await confirms(stage, ida, id, ida.device);
    const hers = await stage.database.bindings.findOne({ tokenId: ida.identity });
    await refused(getsIdentity(stage, ida, id, winner, hers?.key));
    await getsIdentity(stage, ida, id, winner, key);
    return id;
  },
  'restore-by-qr-cancelled-by-owner': async (stage) => {
    const { ida, id } = await scanned(stage);
    await cancels(stage, ida, id);
    return id;
  },
  'restore-by-qr-cancelled-by-staff': async (stage) => {
    const { ida } = await people(stage);
    const id = await showsQrCode(stage, ida);
    await agentCancels(stage, id, 'The caller did not start it');
    return id;
  },
  'restore-by-qr-cancelled-by-temporal': async (stage) => {
    const { id } = await scanned(stage);
    await stage.workflow(id).cancel();
    return id;
  },
  'restore-by-qr-expired-unscanned': async (stage) => showsQrCode(stage, (await people(stage)).ida),
  'restore-by-qr-expired-unconfirmed': async (stage) => (await scanned(stage)).id,
  'restore-by-qr-expired-awaiting-device': async (stage) => {
    const { ida, device } = await people(stage);
    return isAwaitedByQr(stage, ida, device);
  },
  'duplication-completed': async (stage) => {
    const { ida, device } = await people(stage);
    const id = await isAwaitedByCode(stage, ida, device, 'duplication');
    await getsIdentity(stage, ida, id, device);
    return id;
  },
  'duplication-cancelled': async (stage) => {
    const { ida, device } = await people(stage);
    const id = await isAwaitedByCode(stage, ida, device, 'duplication');
    await cancels(stage, ida, id);
    return id;
  },
  'duplication-refused': async (stage) => {
    const ida = await anIdentityOwner(stage, { devices: 2 });
    await refused(startsRestore(stage, ida, await aNewDevice(), 'duplication'));
    return refusedOne(stage);
  },
  'duplication-by-qr-completed': async (stage) => {
    const { ida, device } = await people(stage);
    const id = await isAwaitedByQr(stage, ida, device, 'duplication');
    await getsIdentity(stage, ida, id, device);
    return id;
  },
  'duplication-by-qr-expired': async (stage) => showsQrCode(stage, (await people(stage)).ida, 'duplication'),
};
