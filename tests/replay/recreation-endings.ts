import { asksForAnother, cancels, enters, entersMailedCode } from '../workflows/deeds.ts';
import { agent, mailedCode, wrongCode } from '../workflows/owners.ts';
import {
  activatable,
  anApp,
  answersQuestions,
  aQuestionedOwner,
  asksSupport,
  confirms,
  decidesCaller,
  entersFirstCode,
  finishes,
  misplaces,
  questioned,
  registers,
  startsOver,
  supervisor,
  verifiesCaller,
} from '../workflows/recreating.ts';
import { refused, refusedOne, type Walk } from './walking.ts';

/** Guide 003, to each of its ends. */

const minute = 60_000;

export const recreationEndings: Record<string, Walk> = {
  'recreation-completed': async (stage) => {
    const { owner, id } = await activatable(stage);
    await finishes(stage, owner, id);
    return id;
  },
  'recreation-completed-by-questions': async (stage) => {
    const owner = await aQuestionedOwner(stage);
    const id = await misplaces(stage, owner, { way: 'questions' });
    await answersQuestions(stage, owner, id);
    await confirms(stage, owner, id);
    await finishes(stage, owner, id);
    return id;
  },
  'recreation-completed-with-support': async (stage) => {
    const { owner, id } = await questioned(stage);
    for (const wrong of ['x', 'y', 'z']) await refused(answersQuestions(stage, owner, id, () => wrong.repeat(5)));
    await asksSupport(stage, owner, id);
    await asksSupport(stage, owner, id);
    await refused(decidesCaller(stage, id, true));
    await verifiesCaller(stage, id, supervisor);
    await refused(decidesCaller(stage, id, true));
    await verifiesCaller(stage, id, agent);
    await decidesCaller(stage, id, false);
    await verifiesCaller(stage, id, agent);
    await decidesCaller(stage, id, true);
    await confirms(stage, owner, id);
    await finishes(stage, owner, id);
    return id;
  },
  'recreation-completed-after-detours': async (stage) => {
    const owner = await aQuestionedOwner(stage);
    const id = await misplaces(stage, owner);
    await refused(enters(stage, owner, id, wrongCode(await mailedCode(stage, owner, id))));
    await entersMailedCode(stage, owner, id);
    await refused(answersQuestions(stage, owner, id, () => 'not at all'));
    await stage.time.pass(minute);
    await asksForAnother(stage, owner, id);
    await entersMailedCode(stage, owner, id);
    await answersQuestions(stage, owner, id);
    await confirms(stage, owner, id, 'new-device');
    const late = await anApp(stage, id);
    await stage.time.pass(10 * minute);
    await refused(registers(stage, owner, id, late.registration));
    await startsOver(stage, owner, id);
    await refused(registers(stage, owner, id, late.registration));
    const app = await anApp(stage, id);
    await registers(stage, owner, id, app.registration);
    await refused(entersFirstCode(stage, owner, id, wrongCode(app.code(), 3)));
    await entersFirstCode(stage, owner, id, app.code());
    return id;
  },
  'recreation-cancelled': async (stage) => {
    const { owner, id } = await questioned(stage);
    await cancels(stage, owner, id);
    return id;
  },
  'recreation-cancelled-when-lost': async (stage) => {
    const { owner, id } = await activatable(stage, 'lost');
    await cancels(stage, owner, id);
    return id;
  },
  'recreation-expired-proving': async (stage) => misplaces(stage, await aQuestionedOwner(stage)),
  'recreation-expired-with-support': async (stage) => {
    const { owner, id } = await questioned(stage);
    await asksSupport(stage, owner, id);
    return id;
  },
  'recreation-expired-registered': async (stage) => {
    const { owner, id } = await activatable(stage);
    await registers(stage, owner, id, (await anApp(stage, id)).registration);
    return id;
  },
  'recreation-locked': async (stage) => {
    const owner = await aQuestionedOwner(stage);
    const id = await misplaces(stage, owner);
    const right = await mailedCode(stage, owner, id);
    for (let number = 1; number <= 5; number++) await refused(enters(stage, owner, id, wrongCode(right, number)));
    return id;
  },
  'recreation-refused': async (stage) => {
    const owner = await aQuestionedOwner(stage);
    await misplaces(stage, owner);
    await refused(misplaces(stage, owner));
    return refusedOne(stage);
  },
};
