import { expect, test } from 'vitest';
import { closedStates } from '../../domain/words.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import { farewellOf } from './farewells.ts';

test('whatever ends without success says that nothing has changed; what goes on says nothing', () => {
  const said = (state: Recovery['state']) => farewellOf({ state } as Recovery);
  for (const state of closedStates.filter((closed) => closed !== 'completed')) {
    expect(said(state)).toContain('Everything is as it was');
  }
  expect([said('proving'), said('awaiting-device'), said('completed')]).toEqual(['', '', '']);
});
