import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where the pictures of each station are, to be looked at after a change of the pages. */
const folder = process.env['LATCHKEY_SCREENSHOTS'] ?? join(tmpdir(), 'latchkey-screenshots');

/** Takes a picture of the page as its user sees it. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
