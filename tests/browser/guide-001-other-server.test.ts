import { afterAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { Cast } from '../../embedded/people/cast.ts';
import { newPasscode, restorable, stepUp } from '../../embedded/people/identity.ts';
import { freePort } from '../../embedded/ports.ts';
import { startWorld, type World } from '../../embedded/world.ts';
import { picture } from './album.ts';
import * as id from './identity-steps.ts';
import { useStage } from './stage.ts';
import { phoneSize } from './visit.ts';

const stage = useStage();
let organisation: { world: World; cast: Cast } | undefined;

/** What a browser notes of addresses where no Latchkey answers. */
const nobodyThere = /ERR_CONNECTION_REFUSED|blocked by CORS policy|ERR_FAILED|status of 404/;

afterAll(async () => {
  await organisation?.cast.close();
  await organisation?.world.stop();
}, 60_000);

/** A Latchkey of somebody else, which lets the app of ours come to its device API. */
async function anOrganisation(): Promise<{ world: World; cast: Cast }> {
  const world = await startWorld({
    say: () => undefined,
    temporalInMemory: true,
    env: { APP_ORIGINS: stage.urls.device, LOG_LEVEL: 'warn' },
  });
  return { world, cast: await Cast.assemble(world) };
}

async function switchRestoration({ administrator }: Cast, isOn: boolean): Promise<void> {
  await stepUp(administrator);
  const {
    version: _,
    changedAt: __,
    changedBy: ___,
    ...policy
  } = await administrator.ask(adminRoutes.showRestorationPolicy, {});
  const body = { ...policy, isOn, reason: 'A restore on another server is tried' };
  await administrator.ask(adminRoutes.changeRestorationPolicy, { body });
}

async function tryServer(page: Page, address: string): Promise<void> {
  await page.getByLabel('Server address').fill(address);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('"Restore identity on other server" says what is wrong with an address, and restores at the right one', async () => {
  organisation = await anOrganisation();
  const { cast } = organisation;
  const server = organisation.world.urls.device;
  const zoe = await restorable(cast, 'zoe');
  const phone = await stage.visit(stage.urls.device, { size: phoneSize, expected: [nobodyThere] });
  await phone.getByRole('button', { name: 'More' }).click();
  await picture(phone, 'app-more');
  await phone.getByRole('link', { name: 'Restore identity on other server' }).click();

  const trouble = phone.getByTestId('trouble');
  await tryServer(phone, 'our server');
  await trouble.getByText('That is not a server address').waitFor();
  await picture(phone, 'app-no-server-address');
  await tryServer(phone, `http://localhost:${String(await freePort(0))}`);
  await trouble.getByText('No Latchkey answers there').waitFor();
  await picture(phone, 'app-server-unreachable');
  await tryServer(phone, organisation.world.urls.outbox);
  await trouble.getByText('There is no Latchkey for this app at that address').waitFor();
  await picture(phone, 'app-server-not-latchkey');
  await switchRestoration(cast, false);
  await tryServer(phone, server);
  await trouble.getByText('That server does not restore identities').waitFor();
  await picture(phone, 'app-server-restoration-off');
  await switchRestoration(cast, true);
  await tryServer(phone, server);

  await phone.getByRole('heading', { name: 'Restore old ID' }).waitFor();
  expect(await phone.getByTestId('other-server').textContent()).toContain(new URL(server).host);
  await picture(phone, 'app-other-server');
  await phone.getByLabel('ID (user name)').fill(zoe.userName);
  await phone.getByLabel('What is this phone called?').fill('iPhone12,3');
  await phone.getByRole('button', { name: 'Continue' }).click();
  await id.enterRestoreCode(phone, zoe.restoreCode);
  await phone.getByRole('heading', { name: 'Enter the code' }).waitFor();
  await id.enterMailCode(phone, await cast.mailbox.code(zoe.email));
  await id.choosePasscode(phone, newPasscode, 'Finish');
  await phone.getByRole('heading', { name: 'Store your new restore code' }).waitFor();
  const devices = await cast.administrator.ask(adminRoutes.showAccount, { params: { id: zoe.accountId } });
  expect(devices.identity?.devices.map(({ model }) => model)).toEqual(['iPhone12,3']);
});
