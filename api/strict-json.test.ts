import { expect, test } from 'vitest';
import { parseStrictly } from './strict-json.ts';

test.each([
  '{"a":1,"a":2}',
  '{"a":1,"\\u0061":2}',
  '{"a":{"b":1,"b":1}}',
  '[{"a":1,"a":1}]',
  '{"__proto__":{}}',
  '{"a":{"constructor":1}}',
  '{"$ne":null}',
  '{"a.b":1}',
  '{"a\\u0000":1}',
  '{"\\u0024gt":""}',
  '',
  '{',
  '{"a":1,}',
  "{'a':1}",
  'undefined',
  '{"a":NaN}',
])('X-04 %s is refused', (text) => {
  expect(() => parseStrictly(text)).toThrow(SyntaxError);
});

test.each([
  '{}',
  '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
  '{"a":"\\"a\\":1,{}[]$ne","b":"a"}',
  '[]',
  '"a:a"',
  'null',
  '{"a":"{\\"a\\":1,\\"a\\":2}"}',
])('X-04 %s is read as any reader reads it', (text) => {
  expect(parseStrictly(text)).toEqual(JSON.parse(text));
});
