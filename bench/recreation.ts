import { randomUUID } from 'node:crypto';
import { portalRoutes } from '../contracts/routes/portal.ts';
import {
  answered,
  confirmed,
  firstCode,
  paperApp,
  registered,
  setQuestions,
  showRecreation,
} from '../embedded/people/recreation.ts';
import type { Plan } from './flags.ts';
import { measure, mostAtOnce, type Flow } from './flow.ts';
import type { Ground } from './ground.ts';
import { codeOf, insist } from './migration.ts';
import { moreTokens, movers, password, type Mover } from './people.ts';
import { inTurns, type Timings } from './timing.ts';

/** What a person does, in order: all of it in the portal, while the app is without a network. */
export const recreationSteps = ['start', 'mail-code', 'answers', 'confirm', 'registration', 'first-code'] as const;

interface Owner {
  userName: string;
  portal: Mover['portal'];
  token: string;
}

/** Guide 003 by the public way, one and sixteen at once. */
export async function recreationsOf(ground: Ground, plan: Plan): Promise<Flow> {
  const people = await movers(ground, mostAtOnce, 0);
  const owners = await inTurns(people, 4, (mover) => ownerOf(ground, mover));
  return measure(ground, owners, plan, recreate);
}

/** The questions are set while there is no token yet, as at account set-up. */
async function ownerOf(ground: Ground, mover: Mover): Promise<Owner> {
  await setQuestions(mover);
  await moreTokens(ground, mover, 1);
  const { account } = await mover.phone.state();
  return { userName: account?.userName ?? '', portal: mover.portal, token: mover.tokens[0] ?? '' };
}

/** From *I have misplaced my token* to the first code of what was made anew; the token is the same, and can be misplaced again. */
async function recreate({ world }: Ground, { userName, portal, token }: Owner, timings: Timings): Promise<string> {
  const begin = { body: { token, userName, password } };
  const key = randomUUID();
  const { id } = await timings.of('start', () => insist(() => portal.ask(portalRoutes.startRecreation, begin, key)));
  const code = await codeOf(world.urls.outbox, id);
  const asked = { params: { id }, body: { code } };
  await timings.of('mail-code', () => insist(() => portal.ask(portalRoutes.enterMailCode, asked)));
  const questions = await insist(() => showRecreation({ portal }, id));
  await timings.of('answers', () => insist(() => answered({ portal }, questions)));
  const shown = await timings.of('confirm', () => insist(() => confirmed({ portal }, id)));
  const app = paperApp(shown);
  await timings.of('registration', () => insist(() => registered({ portal }, id, app.registration)));
  const otp = app.code();
  const ended = await timings.of('first-code', () => insist(() => firstCode({ portal }, id, otp)));
  if (ended.state !== 'completed') throw new Error(`${id} is ${ended.state}`);
  return id;
}
