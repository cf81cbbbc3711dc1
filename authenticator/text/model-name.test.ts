import { expect, test } from 'vitest';
import { modelName } from './model-name.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [
    'iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
    {},
  ],
  [
    'SM-G970F',
    `Mozilla/5.0 (Linux; Android 12; SM-G970F Build/SP1A.210812.016) ${webkit} Chrome/99.0 Mobile Safari/537.36`,
    {},
  ],
  ['Pixel 9', `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/141.0 Mobile Safari/537.36`, { model: 'Pixel 9' }],
  ['Android, Chrome', `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/141.0 Mobile Safari/537.36`, { model: '' }],
  ['Linux, Chrome', `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/141.0 Safari/537.36`, {}],
  [
    'Mac, Safari',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    {},
  ],
  ['Windows, Firefox', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', {}],
  ['This device', '', {}],
])('%s', (name, agent, hints) => {
  expect(modelName(agent, hints)).toBe(name);
});
