import { portalRoutes } from '../contracts/routes/portal.ts';
import { phone } from '../embedded/people/enrolment.ts';
import { password, type Cast } from '../embedded/people/cast.ts';
import { freshCode } from '../embedded/people/fresh-code.ts';
import { chapter, expectThat, step } from './steps.ts';

/** Guide 000: the app was deleted and installed again on the same phone. */
export async function reloadStory(cast: Cast): Promise<void> {
  chapter('Reload: the app was reinstalled (docs/guides/reload.md)');
  const ben = await cast.person('ben', 'Google Pixel 8', 2);
  const before = await ben.phone.state();
  const moving = await ben.portal.ask(portalRoutes.startMigration, { params: { id: ben.tokens[0] ?? '' } });
  const firstCode = await cast.mailbox.newest(ben.email, 'mail-code');
  await ben.portal.ask(portalRoutes.enterMailCode, {
    params: { id: moving.id },
    body: { code: await cast.mailbox.code(ben.email) },
  });
  step('Ben has two tokens, one of them set to migrate, and deletes the app');

  const reinstalled = await phone(cast.world.urls.device, 'Google Pixel 8', ben.email, password);
  const [former] = (await reinstalled.state()).knownDevices;
  expectThat(former?.id === before.account?.device.id && former?.tokens === 2, 'the app finds his former tokens');
  step(
    `The reinstalled app finds that tokens existed here: ${former?.model ?? ''} (ID ${former?.shortId ?? ''}), ${String(former?.tokens)} tokens. OK`,
  );

  const reload = await reinstalled.startReload(former?.id ?? '');
  const code = await cast.mailbox.code(ben.email, firstCode.id);
  step(`A code is mailed to ${reload.challenge?.sentTo ?? ''}`);
  const proven = await reinstalled.enterMailCode(reload.id, code);
  expectThat(proven.state === 'awaiting-device', 'the code is right');
  const back = await reinstalled.takeBack(reload.id);
  expectThat(back.length === 2, 'both tokens are back');
  step('The code is entered in the app; both tokens are back');

  for (const { id, serial } of back)
    expectThat(await cast.isAccepted(serial, await freshCode(reinstalled, id)), `${serial} works`);
  step('Codes of the reinstalled app are accepted');
  const ended = await ben.portal.ask(portalRoutes.showRecovery, { params: { id: moving.id } });
  expectThat(ended.state === 'cancelled', 'the migration that the reload took over has ended');
  step('The migration that was under way has ended with it');
}
