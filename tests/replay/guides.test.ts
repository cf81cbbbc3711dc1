import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../embedded/root.ts';
import { guides, type GuideId } from '../../domain/guides.ts';

function written(flow: string): string {
  const file = join(root, 'docs/guides', `${flow}.md`);
  expect(existsSync(file), `${file} is missing`).toBe(true);
  return readFileSync(file, 'utf8');
}

function headingsOf(text: string, level: '##' | '###'): string[] {
  const headings = text.matchAll(new RegExp(`^${level} (\\d+\\. .+)$`, 'gm'));
  return Array.from(headings, ([, heading = '']) => heading);
}

function stepsOf(guide: GuideId): string[] {
  return guides[guide].map(({ title }, index) => `${String(index + 1)}. ${title}`);
}

test.each(['migration', 'reload', 'restore', 'duplication', 'transfer', 'recreation'] as const)(
  'docs/guides/%s.md has the steps of domain/guides.ts as its headings',
  (flow) => {
    expect(headingsOf(written(flow), '##')).toEqual(stepsOf(flow));
  },
);

test.each(['restore', 'duplication'] as const)(
  'docs/guides/%s.md has the steps of the other way as the headings of its section "By QR code"',
  (flow) => {
    const [, section = ''] = written(flow).split(/^## By QR code$/m);
    const [byQrCode = ''] = section.split(/^## /m);
    expect(headingsOf(byQrCode, '###')).toEqual(stepsOf(`${flow}-by-qr`));
  },
);
