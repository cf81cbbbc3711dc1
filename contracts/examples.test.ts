import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allRoutes } from '../api/openapi.ts';
import * as accounts from './accounts.ts';
import * as audit from './audit.ts';
import * as devices from './devices.ts';
import { Problem } from './problem.ts';
import * as recoveries from './recoveries.ts';
import * as tokens from './tokens.ts';
import * as verify from './verify.ts';
import * as words from './words.ts';

/** Every schema reachable from one, with the way to it. */
function within(schema: z.core.$ZodType, path: string): [string, z.ZodType][] {
  const here: [string, z.ZodType][] = schema instanceof z.ZodType ? [[path, schema]] : [];
  if (schema instanceof z.ZodObject)
    return [
      ...here,
      ...Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, part]) => within(part, `${path}.${name}`)),
    ];
  if (schema instanceof z.ZodArray) return [...here, ...within(schema.element, `${path}[]`)];
  if (schema instanceof z.ZodUnion)
    return [...here, ...schema.options.flatMap((option, at) => within(option, `${path}|${String(at)}`))];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return [...here, ...within(schema.unwrap(), path)];
  return here;
}

const exported = { ...accounts, ...audit, ...devices, Problem, ...recoveries, ...tokens, ...verify, ...words };
const ofRoutes = Object.values(allRoutes).flatMap((area) =>
  Object.entries(area).flatMap(([name, { params, query, body, answer }]) =>
    [params, query, body, answer].flatMap((schema, at) =>
      schema === undefined ? [] : [[`${name}/${String(at)}`, schema] as const],
    ),
  ),
);
const reached = [...Object.entries(exported), ...ofRoutes].flatMap(([name, schema]) =>
  schema instanceof z.ZodType ? within(schema, name) : [],
);
const all = [...new Map(reached.map(([path, schema]) => [schema, path]))].map(([schema, path]): [string, z.ZodType] => [
  path,
  schema,
]);
const withExample = all.filter(([, schema]) => schema.meta()?.['example'] !== undefined);

test('there are schemas to try', () => {
  expect(withExample.length).toBeGreaterThan(60);
});

test.each(withExample)('the example of %s is one', (_, schema) => {
  expect(schema.safeParse(schema.meta()?.['example']).error).toBeUndefined();
});

describe('X-04 every object that crosses a wire', () => {
  const objects = all.filter((entry): entry is [string, z.ZodObject] => entry[1] instanceof z.ZodObject);

  test.each(objects)('X-04 %s refuses unknown members', (_, schema) => {
    const codes = schema.safeParse({ 'no such member': 1 }).error?.issues.map(({ code }) => code);
    expect(codes).toContain('unrecognized_keys');
  });

  test.each(objects.filter(([, { shape }]) => Object.keys(shape).length > 0))(
    'X-04 %s refuses operators and arrays in place of values',
    (_, schema) => {
      const [name = ''] = Object.keys(schema.shape);
      for (const value of [{ $ne: null }, { $gt: '' }]) expect(schema.safeParse({ [name]: value }).success).toBe(false);
    },
  );
});
