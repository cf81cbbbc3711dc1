import { describe, expect, it } from 'vitest';
import { restoreCodeFrom } from '../../domain/restore-code.ts';
import { spelled } from './spelling.ts';

describe('spelling a restore code', () => {
  it('says letters by their word and numbers as numbers, group by group', () => {
    const groups = spelled('7Q2M-9F3A-1ECK-0TZ4-D');
    expect(groups.map((group) => group.length)).toEqual([4, 4, 4, 4, 1]);
    expect(groups[0]?.map(({ said }) => said)).toEqual([
      'the number seven',
      'Q as in Quebec',
      'the number two',
      'M as in Mike',
    ]);
  });

  it('has a word of its own for every symbol that a code can have', () => {
    const codes = Array.from({ length: 256 }, (_, byte) => restoreCodeFrom(new Uint8Array(10).fill(byte)));
    const words = new Map(codes.flatMap((code) => spelled(code).flat()).map(({ symbol, said }) => [symbol, said]));
    expect(words.size).toBe(32);
    expect(new Set(words.values()).size).toBe(32);
  });
});
