import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limits } from '../../domain/policy.ts';
import { answers } from '../../embedded/people/recreation.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test.each(Object.entries(limits))('README tells operators of the limit %s, with its default', (name, { value }) => {
  const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  const [, , , standard = ''] = row.split('|');
  const number = /\((\d+)\)/.exec(standard)?.[1] ?? standard.trim().replaceAll(',', '');
  expect(Number(number)).toBe(value);
});

test("README tells newcomers the answers of the demo's account holder", () => {
  for (const answer of Object.values(answers)) expect(readme).toContain(answer);
});
