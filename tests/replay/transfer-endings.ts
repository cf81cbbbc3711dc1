import { agentExtends, cancels, claims, claimsFalsely } from '../workflows/deeds.ts';
import { aNewDevice } from '../workflows/identities.ts';
import { anOwner } from '../workflows/owners.ts';
import type { Stage } from '../workflows/stage.ts';
import { activates, allowsTransfers, startsTransfer } from '../workflows/transferring.ts';
import { refused, refusedOne, type Walk } from './walking.ts';

/** Guide 002, to each of its ends. */

async function started(stage: Stage) {
  await allowsTransfers(stage);
  const owner = await anOwner(stage, 2);
  return { owner, id: await startsTransfer(stage, owner) };
}

async function activated(stage: Stage) {
  const { owner, id } = await started(stage);
  const installation = await aNewDevice();
  await activates(stage, id, installation);
  const { model, shortId } = installation;
  return { owner, id, device: { id: installation.id, model, shortId } };
}

export const transferEndings: Record<string, Walk> = {
  'transfer-completed': async (stage) => {
    const { owner, id, device } = await activated(stage);
    await claims(stage, owner, id, device);
    return id;
  },
  'transfer-completed-after-detours': async (stage) => {
    const { owner, id, device } = await activated(stage);
    await refused(activates(stage, id, await aNewDevice()));
    await refused(claimsFalsely(stage, owner, id, device));
    await agentExtends(stage, id, 'On holiday');
    await claims(stage, owner, id, device);
    return id;
  },
  'transfer-cancelled': async (stage) => {
    const { owner, id } = await started(stage);
    await cancels(stage, owner, id);
    return id;
  },
  'transfer-cancelled-when-activated': async (stage) => {
    const { owner, id } = await activated(stage);
    await cancels(stage, owner, id);
    return id;
  },
  'transfer-expired': async (stage) => (await started(stage)).id,
  'transfer-refused': async (stage) => {
    await allowsTransfers(stage, { isOn: false });
    await refused(startsTransfer(stage, await anOwner(stage, 1)));
    return refusedOne(stage);
  },
};
