import { describe, expect, it } from 'vitest';
import { asDetail, isOneAddress } from './parcel.ts';

describe('E-04 exactly one address', () => {
  it.each(['ana@example.org', 'a.b+c@sub.example.org', 'o’neill@example.org', 'ana@bücher.example'])(
    'takes %s',
    (to) => {
      expect(isOneAddress(to)).toBe(true);
    },
  );

  it.each([
    ['a list', 'a@example.org,b@example.org'],
    ['a list by semicolon', 'a@example.org;b@example.org'],
    ['a list by blank', 'a@example.org b@example.org'],
    ['a line break', 'a@example.org\r\nBcc: b@example.org'],
    ['a line feed', 'a@example.org\n'],
    ['a NUL', 'a@example.org\0'],
    ['a display name', 'Ana <a@example.org>'],
    ['a route', '<@x.example:a@example.org>'],
    ['a quoted part', '"a b"@example.org'],
    ['a comment', 'a(x)@example.org'],
    ['two at signs', 'a@b@example.org'],
    ['nothing before', '@example.org'],
    ['nothing after', 'a@'],
    ['nothing', ''],
    ['255 bytes', `${'a'.repeat(243)}@example.org`],
    ['an array', ['a@example.org']],
    ['an object', { address: 'a@example.org' }],
    ['a direction mark', 'a\u202e@example.org'],
  ])('refuses %s', (_what, to) => {
    expect(isOneAddress(to)).toBe(false);
  });
});

it('a detail is one short line', () => {
  expect(asDetail(` a\r\nb\0c ${'x'.repeat(500)}`)).toMatch(/^a b c x{194}$/);
});
