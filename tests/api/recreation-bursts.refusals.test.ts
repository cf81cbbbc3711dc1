import { expect, test } from 'vitest';
import { answered, askedQuestions, questionedPerson } from '../../embedded/people/recreation.ts';
import { useWorldWith } from './own-world.ts';

const stage = useWorldWith({ anonymousPerHour: 1_000_000, signInsPerHour: 1_000_000 });

test('sixteen people who answer at once are all judged, and each once', async () => {
  const { cast } = stage;
  const names = Array.from({ length: 16 }, (_, number) => `burst-${String(number)}`);
  const asked = [];
  for (const name of names) {
    const person = await questionedPerson(cast, name);
    asked.push({ person, recreation: await askedQuestions(cast, person) });
  }
  const judged = await Promise.all(asked.map(({ person, recreation }) => answered(person, recreation)));
  expect(judged.map(({ actions }) => actions)).toEqual(names.map(() => ['recreate']));
  const { recoveries } = cast.founding.database;
  const ids = judged.map(({ recovery }) => recovery);
  const records = await recoveries.find({ _id: { $in: ids } }).toArray();
  expect(records.map(({ timeline }) => timeline.filter(({ what }) => what === 'answers-accepted').length)).toEqual(
    names.map(() => 1),
  );
}, 180_000);
