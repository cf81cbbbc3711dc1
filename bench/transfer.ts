import { Device } from '../device-sdk/device.ts';
import { memoryStore } from '../device-sdk/memory-store.ts';
import { system } from '../domain/words.ts';
import { changePolicy } from '../store/policies.ts';
import type { Plan } from './flags.ts';
import { measure, mostAtOnce, type Flow } from './flow.ts';
import type { Ground } from './ground.ts';
import { insist, mailed } from './migration.ts';
import type { Mover } from './people.ts';
import { inTurns, type Timings } from './timing.ts';

/** What a person does, in order: the first on the old device, the others on the new one. */
export const transferSteps = ['start', 'activate', 'finish'] as const;

interface Owner {
  userName: string;
  /** Where the token is now. */
  phone: Device;
  token: string;
}

/** Guide 002 by the public way, one token at a time, one and sixteen at once. */
export async function transfersOf(ground: Ground, crowd: readonly Mover[], plan: Plan): Promise<Flow> {
  await allowTransfers(ground);
  const owners = await inTurns(crowd.slice(0, mostAtOnce), mostAtOnce, ownerOf);
  return measure(ground, owners, plan, transfer);
}

/** As the administrator would in the console. */
async function allowTransfers({ founding: { database }, world }: Ground): Promise<void> {
  const { hostname: host, port } = new URL(world.urls.device);
  const policy = {
    isOn: true,
    servicesOff: [],
    provisioning: 'online' as const,
    publicAddress: { host, port: Number(port) },
    isMobileApiOn: true,
    isStrict: false,
  };
  await changePolicy(database, 'transfer', policy, 'To be measured', system, 'Bench');
}

async function ownerOf({ phone }: Mover): Promise<Owner> {
  const { account, tokens } = await phone.state();
  const [token] = tokens;
  if (account === null || token === undefined) throw new Error('nothing has migrated to this phone');
  return { userName: account.userName, phone, token: token.id };
}

/** From *Transfer tokens* on the phone that has the token to its first code on a new app, which has it from then on. */
async function transfer({ world: { urls } }: Ground, owner: Owner, timings: Timings): Promise<string> {
  const app = new Device({ server: urls.device, store: memoryStore() });
  const { id } = await timings.of('start', () => insist(() => owner.phone.transfer.start([owner.token])));
  const code = await mailed(urls.outbox, id, />\s*([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z])\s*</);
  const typed = { userName: owner.userName, code };
  await timings.of('activate', () => insist(() => app.transfer.activate(typed, 'new phone')));
  const [held] = await timings.of('finish', () => insist(() => app.transfer.finish()));
  if (held === undefined) throw new Error(`${id} brought no token`);
  owner.phone = app;
  return id;
}
