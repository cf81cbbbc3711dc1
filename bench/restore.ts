import { Device } from '../device-sdk/device.ts';
import { memoryStore } from '../device-sdk/memory-store.ts';
import { costOf, type Cost } from './cost.ts';
import type { Plan } from './flags.ts';
import type { Ground } from './ground.ts';
import { codeOf, insist } from './migration.ts';
import type { Mover } from './people.ts';
import { allAtOnce, inTurns, perSecond, Timings, together, type Pace } from './timing.ts';

/** What a person does, in order; the last two are not part of the restore itself. */
export const restoreSteps = ['start', 'restore-code', 'mail-code', 'finish'] as const;

export interface Restores {
  cost: Cost;
  crowds: { atOnce: number; done: number; perSecond: number; timings: Timings }[];
}

interface Owner {
  userName: string;
  restoreCode: string;
}

const passcode = '482913';
/** An app protects its key with six hundred thousand; that is the phone's time, not ours. */
const passcodeIterations = 1_000;
const warmUps = 2;

/** Guide 001 by the public way, one and sixteen at once. */
export async function restoresOf(ground: Ground, crowd: readonly Mover[], { rounds }: Plan): Promise<Restores> {
  const owners = await inTurns(crowd.slice(0, 16), 4, ownerOf);
  const [alone] = owners as [Owner];
  await restoreAll(ground, owners, warmUps, new Timings());
  const cost = await costOf(ground, () => restore(ground, alone, new Timings()));
  const crowds: Restores['crowds'] = [];
  for (const some of [owners.slice(0, 1), owners]) {
    const timings = new Timings();
    const paces: Pace[] = [];
    for (let round = 0; round < rounds; round++)
      paces.push(await restoreAll(ground, some, some.length === 1 ? 8 : 3, timings));
    const all = together(paces);
    crowds.push({ atOnce: some.length, done: all.done, perSecond: perSecond(all), timings });
  }
  return { cost, crowds };
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

function restoreAll(ground: Ground, owners: readonly Owner[], each: number, timings: Timings): Promise<Pace> {
  return allAtOnce(owners, async (owner) => {
    for (let lap = 0; lap < each; lap++) await restore(ground, owner, timings);
    return each;
  });
}
