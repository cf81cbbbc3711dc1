import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findChromium } from '../../embedded/chromium.ts';
import { buildPages } from '../../embedded/pages.ts';
import { Cast } from '../../embedded/people/cast.ts';
import { startWorld, type World } from '../../embedded/world.ts';
import { join } from 'node:path';
import { Camera } from './camera.ts';
import { visitWith, type Profile, type Visit } from './visit.ts';

/** Everybody comes from the same address here; and after the refused code of an old phone a new one is tried within five seconds. */
const limits = { signInsPerHour: 1_000_000, anonymousPerHour: 1_000_000, otpDelayPerFailureMs: 0 };

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat(
  ['background-networking', 'component-update', 'sync'].map((feature) => `--disable-${feature}`),
);

export interface Stage {
  readonly cast: Cast;
  readonly urls: World['urls'];
  /** What every camera sees, of the pages that may use one. */
  readonly camera: Camera;
  /** Opens an address on a device of its own: nothing is shared with other visits but the servers. */
  visit(url: string, profile?: Profile): Promise<Page>;
}

function say(line: string): void {
  console.log(line);
}

async function launch(camera: Camera): Promise<Browser> {
  const executablePath = await findChromium(say, { mayInstall: true });
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: [...flags, ...camera.flags] });
  const fact = 'BROWSER TESTS DID NOT RUN: there is no Chromium on this machine, and none could be installed.';
  console.error(`\n${fact}\n`);
  throw new Error(fact);
}

/**
 * A Latchkey with its pages, a Chromium and people, for one test file. Call at the top of the file. After each test every page is
 * closed, and the test fails if one of them wrote an error to its console or met its content security policy.
 * @param own limits of this Latchkey
 */
export function useStage(own: Record<string, number> = {}): Stage {
  const camera = new Camera();
  let browser: Browser | undefined;
  let world: World | undefined;
  let cast: Cast | undefined;
  let visits: Visit[] = [];
  beforeAll(async () => {
    browser = await launch(camera);
    world = await startWorld({
      say: () => undefined,
      temporalInMemory: true,
      env: { POLICY_OVERRIDES: JSON.stringify({ ...limits, ...own }), LOG_LEVEL: 'warn' },
      meanwhile: (logs) => buildPages(say, join(logs, 'pages.log')),
    });
    cast = await Cast.assemble(world);
  }, 480_000);
  afterEach(async () => {
    const ended = visits;
    visits = [];
    await Promise.all(ended.map(({ context }) => context.close()));
    expect(ended.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    camera.close();
    await cast?.close();
    await world?.stop();
  }, 60_000);
  return {
    camera,
    get cast() {
      return present(cast);
    },
    get urls() {
      return present(world).urls;
    },
    async visit(url, profile = {}) {
      const visit = await visitWith(present(browser), profile);
      visits.push(visit);
      await visit.page.goto(url);
      return visit.page;
    },
  };
}

function present<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('the stage is not set yet');
  return one;
}
