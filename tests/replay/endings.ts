import {
  agentCancels,
  agentExtends,
  asksForAnother,
  cancels,
  claims,
  claimsFalsely,
  enters,
  entersMailedCode,
  startsEnrolment,
  startsMigration,
  startsReload,
} from '../workflows/deeds.ts';
import { aDevice, anOwner, aPendingToken, mailedCode, wrongCode, type Owner } from '../workflows/owners.ts';
import type { Stage } from '../workflows/stage.ts';
import { recreationEndings } from './recreation-endings.ts';
import { restoreEndings } from './restore-endings.ts';
import { transferEndings } from './transfer-endings.ts';
import { refused, refusedOne, type Walk } from './walking.ts';

const minute = 60_000;

async function migrating(stage: Stage): Promise<{ owner: Owner; id: string }> {
  const owner = await anOwner(stage);
  return { owner, id: await startsMigration(stage, owner) };
}

async function confirmed(stage: Stage): Promise<{ owner: Owner; id: string }> {
  const { owner, id } = await migrating(stage);
  await entersMailedCode(stage, owner, id);
  return { owner, id };
}

async function reloading(stage: Stage) {
  const owner = await anOwner(stage, 2);
  const device = aDevice('samsung SM-G970F');
  return { owner, device, id: await startsReload(stage, owner, device) };
}

async function enrolling(stage: Stage) {
  const owner = await anOwner(stage, 0);
  owner.tokens.push(await aPendingToken(stage, owner.accountId));
  return { owner, id: await startsEnrolment(stage, owner, owner.tokens[0] ?? '') };
}

async function locked(stage: Stage, owner: Owner, id: string): Promise<string> {
  const right = await mailedCode(stage, owner, id);
  for (let number = 1; number <= 5; number++) await refused(enters(stage, owner, id, wrongCode(right, number)));
  return id;
}

export const endings: Record<string, Walk> = {
  ...restoreEndings,
  ...transferEndings,
  ...recreationEndings,
  'migration-completed': async (stage) => {
    const { owner, id } = await confirmed(stage);
    await claims(stage, owner, id, aDevice());
    return id;
  },
  'migration-completed-after-detours': async (stage) => {
    const { owner, id } = await migrating(stage);
    await refused(asksForAnother(stage, owner, id));
    await refused(enters(stage, owner, id, wrongCode(await mailedCode(stage, owner, id))));
    await stage.time.pass(minute);
    await asksForAnother(stage, owner, id);
    await agentExtends(stage, id, 'On holiday');
    await entersMailedCode(stage, owner, id);
    await refused(claimsFalsely(stage, owner, id, aDevice()));
    await claims(stage, owner, id, aDevice());
    return id;
  },
  'migration-cancelled-by-owner': async (stage) => {
    const { owner, id } = await migrating(stage);
    await cancels(stage, owner, id);
    return id;
  },
  'migration-cancelled-by-staff': async (stage) => {
    const { id } = await confirmed(stage);
    await agentCancels(stage, id, 'The caller asked for it');
    return id;
  },
  'migration-cancelled-by-temporal': async (stage) => {
    const { id } = await confirmed(stage);
    await stage.workflow(id).cancel();
    return id;
  },
  'migration-expired-proving': async (stage) => (await migrating(stage)).id,
  'migration-expired-awaiting-device': async (stage) => (await confirmed(stage)).id,
  'migration-locked': async (stage) => {
    const { owner, id } = await migrating(stage);
    return locked(stage, owner, id);
  },
  'migration-refused': async (stage) => {
    const { owner } = await migrating(stage);
    await refused(startsMigration(stage, owner));
    return refusedOne(stage);
  },
  'migration-taken-over': async (stage) => {
    const { owner, id } = await confirmed(stage);
    const reload = await startsReload(stage, owner, aDevice());
    await entersMailedCode(stage, owner, reload);
    return id;
  },
  'reload-completed': async (stage) => {
    const { owner, device, id } = await reloading(stage);
    await entersMailedCode(stage, owner, id);
    await refused(claims(stage, owner, id, aDevice()));
    await claims(stage, owner, id, device);
    return id;
  },
  'reload-completed-over-a-migration': async (stage) => {
    const { owner } = await confirmed(stage);
    const device = aDevice();
    const id = await startsReload(stage, owner, device);
    await entersMailedCode(stage, owner, id);
    await claims(stage, owner, id, device);
    return id;
  },
  'reload-cancelled': async (stage) => {
    const { owner, id } = await reloading(stage);
    await cancels(stage, owner, id);
    return id;
  },
  'reload-expired': async (stage) => (await reloading(stage)).id,
  'reload-locked': async (stage) => {
    const { owner, id } = await reloading(stage);
    return locked(stage, owner, id);
  },
  'reload-refused': async (stage) => {
    const owner = await anOwner(stage, 0);
    await refused(startsReload(stage, owner, aDevice()));
    return refusedOne(stage);
  },
  'enrolment-completed': async (stage) => {
    const { owner, id } = await enrolling(stage);
    await claims(stage, owner, id, owner.device);
    return id;
  },
  'enrolment-cancelled': async (stage) => {
    const { id } = await enrolling(stage);
    await agentCancels(stage, id, 'Ordered by mistake');
    return id;
  },
  'enrolment-expired': async (stage) => (await enrolling(stage)).id,
  'enrolment-refused': async (stage) => {
    const owner = await anOwner(stage, 1);
    await refused(startsEnrolment(stage, owner, owner.tokens[0] ?? ''));
    return refusedOne(stage);
  },
};
