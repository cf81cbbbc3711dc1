import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLetter, everyLetter, oneOfEach } from './letters.fixture.ts';
import { render } from './render.tsx';

/** Every message as HTML, text and picture, to be looked at after a change. */
const album = join(tmpdir(), 'latchkey-mail');

const browserPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat(
  ['background-networking', 'component-update', 'sync'].map((feature) => `--disable-${feature}`),
);

const looks = [
  { colorScheme: 'light', width: 760 },
  { colorScheme: 'dark', width: 760 },
  { colorScheme: 'light', width: 360 },
] as const;

describe.skipIf(browserPath === undefined)('seen in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(album, { recursive: true });
    for (const [name, letter] of everyLetter) {
      const { subject, html, text } = await render(letter);
      writeFileSync(join(album, `${name}.html`), html);
      writeFileSync(join(album, `${name}.txt`), `Subject: ${subject}\n\n${text}`);
    }
    browser = await chromium.launch({ executablePath: browserPath, args: flags });
  }, 60_000);
  afterAll(() => browser.close());

  async function open(html: string, { colorScheme, width }: (typeof looks)[number]): Promise<[Page, string[]]> {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 400 } });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(html);
    return [page, requests];
  }

  it.each(oneOfEach)('%s asks for nothing, fits a phone and can be read by day and night', async (name, letter) => {
    const { html } = await render(letter);
    for (const look of looks) {
      const [page, requests] = await open(html, look);
      await page.screenshot({
        path: join(album, `${name}-${look.colorScheme}-${String(look.width)}.png`),
        fullPage: true,
      });
      expect(requests).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      // WCAG 2.2, 1.4.3.
      expect(await page.evaluate(lowestContrast)).toBeGreaterThanOrEqual(4.5);
      await page.close();
    }
  });

  it('fits a phone however long the names are', async () => {
    const long = 'x'.repeat(5000);
    const { html } = await render(aLetter('ended', { name: long, reason: long, services: [long] }));
    const [page] = await open(html, looks[2]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  });

  it('lets the code be copied as one number', async () => {
    const [page] = await open((await render(aLetter('mail-code', { code: '048213' }))).html, looks[0]);
    await page.getByText('048', { exact: true }).dblclick();
    expect(await page.evaluate(() => document.getSelection()?.toString().trim())).toBe('048213');
    await page.close();
  });
});

/** Runs in the page: the lowest contrast between any text and what lies behind it. */
function lowestContrast(): number {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) =>
    channels(colour)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const behind = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
  };
  const written = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      element.checkVisibility() &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
  );
  const contrasts = written.map((element) => {
    const pair = [luminance(getComputedStyle(element).color), luminance(behind(element))];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  });
  return Math.min(...contrasts);
}
