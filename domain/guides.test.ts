import { describe, expect, test } from 'vitest';
import { guideOf, guides, progress, stepIds, type GuideId } from './guides.ts';
import { recoveryKinds } from './words.ts';

const guideIds = Object.keys(guides) as GuideId[];

test('the list of step ids is that of the guides', () => {
  const used = guideIds.flatMap((guide) => guides[guide].map(({ id }) => id as string));
  expect(new Set(used)).toEqual(new Set(stepIds));
});

describe.each(guideIds)('progress of a %s', (kind) => {
  test('tells done, current and to come at each step', () => {
    guides[kind].forEach((step, at) => {
      const standings = progress(kind, step.id, false).map(({ standing }) => standing);
      expect(standings).toEqual(
        guides[kind].map((_, index) => (index < at ? 'done' : index === at ? 'current' : 'to-come')),
      );
    });
  });

  test('is all done once completed', () => {
    expect(new Set(progress(kind, 'switch', true).map(({ standing }) => standing))).toEqual(new Set(['done']));
  });
});

test('an unknown step is an error, never the first one', () => {
  expect(() => progress('migration', 'invite', false)).toThrow('migration has no step invite');
  expect(() => progress('enrolment', 'request', false)).toThrow('enrolment has no step request');
});

test('every kind has its guide; a restore and a duplication have one for each way', () => {
  expect(recoveryKinds.map((kind) => guideOf(kind, null))).toEqual([...recoveryKinds]);
  expect([guideOf('restore', 'code'), guideOf('restore', 'qr'), guideOf('duplication', 'qr')]).toEqual([
    'restore',
    'restore-by-qr',
    'duplication-by-qr',
  ]);
  expect(() => guideOf('migration', 'qr')).toThrow('there is no migration by QR code');
});
