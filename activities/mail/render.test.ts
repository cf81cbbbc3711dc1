import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Letter } from '../../contracts/mail.ts';
import { aLetter, everyLetter, oneOfEach } from './letters.fixture.ts';
import { render } from './render.tsx';

beforeAll(() => {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
});

const hostile = `</td><script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;\r\nBcc: all@example.org\u202e www.evil.example https://evil.example/x`;

describe.each(everyLetter)('%s', (_name, letter) => {
  it('C-10 renders to the same bytes again', async () => {
    const first = await render(letter);
    expect(await render(structuredClone(letter))).toEqual(first);
  });

  it('says in text what it says in HTML, links included', async () => {
    const { subject, html, text } = await render(letter);
    expect(html).toContain(`<title>${subject}</title>`);
    expect(text).toContain(subject);
    for (const url of urlsOf(letter.facts)) {
      expect(text).toContain(`<${url}>`);
      expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
    }
    expect(text).not.toMatch(/<(?!https?:)|undefined|\[object|NaN|Invalid Date|\n{4}/);
  });

  it('M-04 M-05 loads nothing from anywhere and tracks nobody', async () => {
    const { html } = await render(letter);
    expect(html).not.toMatch(
      /<(img|script|link|iframe|object|embed|video|audio|form|base)\b|\bsrc=|url\(|@import|@font-face/i,
    );
    const linked = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'));
    expect([...new Set(linked)].sort()).toEqual([...new Set(urlsOf(letter.facts))].sort());
  });

  it('offers "this wasn’t me" wherever there is something to freeze', async () => {
    const { text } = await render(letter);
    expect(text.includes('This wasn’t me <')).toBe('notMeUrl' in letter.facts);
  });

  it('M-05 survives hostile facts: escaped, on one line, and never in the subject', async () => {
    const facts = Object.fromEntries(
      Object.entries(letter.facts).map(([name, value]) => [name, poisoned(name, value)]),
    );
    const { subject, html, text } = await render({ ...letter, facts } as typeof letter);
    expect(subject).toBe((await render(letter)).subject);
    expect(subject).toMatch(/^[\p{L} ]{5,60}$/u);
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>(?!&)/);
    expect(html + text).not.toMatch(/\u202e/);
    expect(text).not.toMatch(/^Bcc:/m);
  });
});

describe('M-05 what somebody else wrote', () => {
  it('becomes no link, even where a mailbox makes links of text', async () => {
    const { html, text } = await render(aLetter('ended', { name: hostile, reason: hostile }));
    expect(html + text).not.toMatch(/www\.evil|evil\.example|https:\/\/evil/);
  });

  it('cannot fill the message', async () => {
    const { text } = await render(aLetter('ended', { reason: 'x'.repeat(100_000) }));
    expect(text.length).toBeLessThan(2000);
  });

  it('cannot smuggle a link that is no web address', async () => {
    const notMeUrl = 'javascript:alert(1)';
    await expect(render(aLetter('completed', { notMeUrl }))).rejects.toThrow('must be a web address');
  });

  it('leaves ordinary names alone', async () => {
    const { text } = await render(aLetter('completed', { name: 'Zoë O’Neill-Łukasz 山田', toDevice: '👩‍💻 phone "2"' }));
    expect(text).toContain('Hello Zoë O’Neill-Łukasz 山田,');
    expect(text).toContain('👩‍💻 phone "2"');
  });
});

describe('a code', () => {
  it('is grouped for reading and whole for copying', async () => {
    const { html, text } = await render(aLetter('mail-code', { code: '048213' }));
    expect(text).toContain('048 213\n(to copy: 048213)');
    expect(html).toMatch(/<span>048<\/span><span style="padding-left:16px">213<\/span>/);
  });

  it('says what was asked, from where, that nothing changes without it, and that support never asks for it', async () => {
    const { text } = await render(aLetter('mail-code'));
    for (const part of [
      'Move a token to a new device',
      'Qualified Cloud Signature',
      'Pixel 8 (7f3a)',
      '203.0.113.7',
      '10 minutes',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Nothing changes unless the code is entered.');
    expect(text).toContain('Nobody from support will ever ask you for it.');
  });

  it('is neither in the subject nor in the line beside it', async () => {
    const { subject, html } = await render(aLetter('mail-code'));
    expect(subject).not.toMatch(/\d/);
    expect(/data-skip-in-text="true">([^<]*)/.exec(html)?.[1]).not.toMatch(/048|213/);
  });
});

describe('a secret', () => {
  const canary = 'K0DEK0DEK0DE';

  it.each(oneOfEach)('stands in %s only if the letter is there to carry it', async (name, letter) => {
    const { subject, html, text } = await render({ ...letter, facts: { ...letter.facts, code: canary } } as Letter);
    const isSaid = text.replaceAll(/[ -]/g, '').includes(canary);
    expect(isSaid).toBe(['mail-code', 'restore-code', 'transfer-activation'].includes(name));
    expect(subject).not.toContain(canary);
    expect(/data-skip-in-text="true">([^<]*)/.exec(html)?.[1]).not.toContain(canary);
  });

  it('of an identity is written as its owner keeps it, hyphens and all', async () => {
    const { html, text } = await render(aLetter('restore-code', { code: '7Q2M-9F3A-1ECK-0TZ4-D' }));
    expect(text).toContain('\n7Q2M-9F3A-1ECK-0TZ4-D\n');
    expect(html).toContain('>7Q2M-9F3A-1ECK-0TZ4-D<');
  });
});

describe('the activation of a transfer', () => {
  it('draws the QR code of what it links to, of cells alone, within what mailboxes show', async () => {
    const letter = aLetter('transfer-activation');
    const { html } = await render(letter);
    expect(await readTable(html)).toBe(letter.template === 'transfer-activation' ? letter.facts.qr : '');
    expect(Buffer.byteLength(html)).toBeLessThan(90_000);
  });

  it('gives the typed code with the user name that belongs to it, also in text', async () => {
    const { text } = await render(aLetter('transfer-activation'));
    expect(text).toContain('ana.lima');
    expect(text).toContain('\n7Q2M9-F3A1E-D\n');
    expect(flat(text)).toContain('Saturday, 4 July 2026 at 14:05 UTC');
    expect(flat(text)).toContain('disable the tokens in the portal');
  });

  it('has under a strict policy the link to the page, and neither QR code nor code', async () => {
    const pageUrl = 'https://portal.latchkey.example/activation#recovery=rec_1&secret=abc';
    const { html, text } = await render(aLetter('transfer-activation', { qr: null, code: null, pageUrl }));
    expect(text).toContain(`<${pageUrl}>`);
    expect(html).not.toContain('data-qr');
    expect(text).not.toMatch(/type these|7Q2M9/);
  });
});

describe('a letter about an identity', () => {
  it.each(['restore', 'duplication'] as const)('asks whoever did not ask to %s it to renew the code', async (kind) => {
    const { text } = await render(aLetter('mail-code', { kind }));
    expect(flat(text)).toContain('somebody knows your restore code');
    expect(text).not.toContain('Qualified Cloud Signature');
  });

  it('says that a restore removes it from the former devices, and of a duplication nothing that policy decides', async () => {
    const restored = await render(aLetter('completed', { kind: 'restore', fromDevice: '' }));
    expect(flat(restored.text)).toContain('Every other device that had it is refused from now on');
    const duplicated = await render(aLetter('completed', { kind: 'duplication', fromDevice: 'Pixel 8 (7f3a)' }));
    expect(flat(duplicated.text)).not.toMatch(/removed|refused|No longer on|Pixel 8/);
  });

  it('names the devices that a duplication took it from, where policy has it so', async () => {
    const { text } = await render(aLetter('completed', { kind: 'duplication', unpaired: ['Pixel 8 (7f3a)'] }));
    expect(flat(text)).toMatch(/refused on the former one.*No longer on Pixel 8 \(7f3a\)/);
  });

  it('says which device asks with the restore code', async () => {
    expect(flat((await render(aLetter('mail-code', { kind: 'restore' }))).text)).toContain(
      'Device that asks Pixel 8 (7f3a)',
    );
  });

  it('calls it an identity, of no service, also when it is disabled or enabled', async () => {
    const { subject, text } = await render(aLetter('token-changed', { type: 'identity', service: 'Identity' }));
    expect(subject).toBe('Your identity was disabled');
    expect(text).not.toMatch(/token was|Service/);
  });

  it('tells a code that is new from one that its owner has already', async () => {
    const [known, fresh] = await Promise.all(
      [false, true].map((isFresh) => render(aLetter('restore-code', { isFresh }))),
    );
    expect(flat(fresh?.text ?? '')).toContain('the former one does not work any more');
    expect(flat(known?.text ?? '')).not.toContain('the former one');
  });
});

describe('a moment', () => {
  const until = Date.UTC(2026, 6, 4, 14, 5);
  it.each([
    ['en-GB', 'Saturday, 4 July 2026 at 14:05 UTC'],
    ['en-US', 'Saturday, July 4, 2026 at 2:05 PM UTC'],
    ['de', 'Saturday, 4 July 2026 at 14:05 UTC'],
    ['pt-BR', 'Saturday, 4 July 2026 at 2:05 pm UTC'],
    ['ar-EG-u-nu-arab', 'Saturday, 4 July 2026 at 2:05 pm UTC'],
    ['not a locale', 'Saturday, July 4, 2026 at 2:05 PM UTC'],
  ])('in %s reads %s', async (locale, written) => {
    expect((await render(aLetter('extended', { until }, locale))).text).toContain(written);
  });
});

/** Reads the drawn cells as a scanner would. */
async function readTable(html: string): Promise<string> {
  const [, table = ''] = /<table[^>]*role="img"[^>]*>(.*?)<\/table>/s.exec(html) ?? [];
  const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<td([^>]*)>/g)].flatMap(([, attributes = '']) =>
      Array<boolean>(Number(/colspan="(\d+)"/i.exec(attributes)?.[1] ?? 1)).fill(attributes.includes('#000000')),
    ),
  );
  const columns = rows[0]?.length ?? 0;
  expect(rows.every((row) => row.length === columns)).toBe(true);
  // Three pixels a module: a reader does not look for finer ones.
  const scale = 3;
  const size = columns * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  rows.slice(1, -1).forEach((row, y) => {
    for (let x = 0; x < columns; x += 1) if (row[x] === true) darken(data, size, x * scale, (y + 4) * scale, scale);
  });
  const [found] = await readBarcodes({ data, width: size, height: size, colorSpace: 'srgb' });
  return found?.text ?? '';
}

function darken(data: Uint8ClampedArray, size: number, left: number, top: number, scale: number): void {
  for (let y = top; y < top + scale; y += 1) {
    for (let x = left; x < left + scale; x += 1) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  }
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function urlsOf(facts: object): string[] {
  return Object.entries(facts).flatMap(([name, value]) => (isAddress(name) && value !== null ? [String(value)] : []));
}

/** What a QR code says is an address, too. */
function isAddress(name: string): boolean {
  return name.endsWith('Url') || name === 'qr';
}

function poisoned(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return [hostile, hostile];
  const isOurs = isAddress(name) || ['kind', 'type', 'outcome', 'by', 'change', 'way', 'news'].includes(name);
  return typeof value === 'string' && !isOurs ? hostile : value;
}
