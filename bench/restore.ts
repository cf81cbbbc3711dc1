import { Device } from '../device-sdk/device.ts';
import { memoryStore } from '../device-sdk/memory-store.ts';
import type { Plan } from './flags.ts';
import { measure, mostAtOnce, type Flow } from './flow.ts';
import type { Ground } from './ground.ts';
import { codeOf, insist } from './migration.ts';
import type { Mover } from './people.ts';
import { inTurns, type Timings } from './timing.ts';

/** What a person does, in order; the last two are not part of the restore itself. */
export const restoreSteps = ['start', 'restore-code', 'mail-code', 'finish'] as const;

interface Owner {
  userName: string;
  restoreCode: string;
}

const passcode = '482913';
/** An app protects its key with six hundred thousand; that is the phone's time, not ours. */
const passcodeIterations = 1_000;

/** Guide 001 by the public way, one and sixteen at once. */
export async function restoresOf(ground: Ground, crowd: readonly Mover[], plan: Plan): Promise<Flow> {
  return measure(ground, await inTurns(crowd.slice(0, mostAtOnce), 4, ownerOf), plan, restore);
}

async function ownerOf({ phone }: Mover): Promise<Owner> {
  const identity = await phone.identity.create(passcode);
  return { userName: identity.name, restoreCode: await storedCode(phone) };
}

async function storedCode(device: Device): Promise<string> {
  const { code } = await device.identity.issueRestoreCode(passcode);
  await device.identity.confirmRestoreCode(code.split('-').slice(3).join(''));
  return code;
}

/** From *Restore old ID* on a new app to the ID being ready there; then the next code is stored, untimed. @returns the recovery's id */
async function restore(ground: Ground, owner: Owner, timings: Timings): Promise<string> {
  const { urls } = ground.world;
  const app = new Device({ server: urls.device, store: memoryStore(), passcodeIterations });
  await timings.of('start', () => insist(() => app.restoring.start(owner.userName, 'restore', 'new phone')));
  const { id } = await timings.of('restore-code', () =>
    insist(() => app.restoring.enterRestoreCode(owner.restoreCode)),
  );
  const code = await codeOf(urls.outbox, id);
  await timings.of('mail-code', () => insist(() => app.enterMailCode(id, code)));
  await timings.of('finish', () => insist(() => app.restoring.finish(passcode)));
  owner.restoreCode = await storedCode(app);
  return id;
}
