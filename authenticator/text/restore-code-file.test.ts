import { expect, test } from 'vitest';
import { restoreCodeFile } from './restore-code-file.ts';

test('a kept restore code says whose it is, for which server, and what it is for', () => {
  const shown = { code: 'AAAA-BBBB-CCCC-DDDD-E', isConfirmed: false, issuedAt: '2026-11-22T09:30:00.000Z' };
  const file = restoreCodeFile('ana', 'https://app.example.org', shown);
  for (const part of ['ana', shown.code, 'https://app.example.org', shown.issuedAt, 'Restore old ID']) {
    expect(file).toContain(part);
  }
});
