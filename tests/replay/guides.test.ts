import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../embedded/root.ts';
import { guides } from '../../domain/guides.ts';

test.each(['migration', 'reload'] as const)(
  'docs/guides/%s.md has the steps of domain/guides.ts as its headings',
  (flow) => {
    const file = join(root, 'docs/guides', `${flow}.md`);
    expect(existsSync(file), `${file} is missing`).toBe(true);
    const headings = readFileSync(file, 'utf8').matchAll(/^## (\d+\. .+)$/gm);
    const steps = guides[flow].map(({ title }, index) => `${String(index + 1)}. ${title}`);
    expect(Array.from(headings, ([, heading]) => heading)).toEqual(steps);
  },
);
