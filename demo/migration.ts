import { portalRoutes } from '../contracts/routes/portal.ts';
import { phone } from '../embedded/people/enrolment.ts';
import { password, type Cast } from '../embedded/people/cast.ts';
import { freshCode } from '../embedded/people/fresh-code.ts';
import { chapter, expectRefusal, expectThat, step } from './steps.ts';

/** Guide 000: a token moves to a new phone. */
export async function migrationStory(cast: Cast): Promise<void> {
  chapter('Migration: a token moves to a new phone (docs/guides/migration.md)');
  const ana = await cast.person('ana', 'samsung SM-G970F', 1);
  const [tokenId = ''] = ana.tokens;
  const { serial = '' } = (await ana.phone.state()).tokens[0] ?? {};
  step(
    `Ana's token works on her samsung: ${String(await cast.isAccepted(serial, await freshCode(ana.phone, tokenId)))}`,
  );

  const before = await ana.portal.ask(portalRoutes.listTokens, {});
  const shown = before.tokens[0];
  expectThat(shown?.device?.model === 'samsung SM-G970F' && shown.actions.includes('migrate'), 'MIGRATE is offered');
  step(
    `Strong Authentication shows ${shown?.maskedSerial ?? ''} on ${shown?.device?.model ?? ''} (ID ${shown?.device?.shortId ?? ''}), with MIGRATE`,
  );

  const recovery = await ana.portal.ask(portalRoutes.startMigration, { params: { id: tokenId } });
  step(`Send OTP by e-mail: sent to ${recovery.challenge?.sentTo ?? ''}`);
  const wrong = await expectRefusal('wrong-code', () =>
    ana.portal.ask(portalRoutes.enterMailCode, { params: { id: recovery.id }, body: { code: '000 000' } }),
  );
  step(`A wrong code is refused, ${String(wrong.problem.attemptsLeft)} attempts left`);
  const code = await cast.mailbox.code(ana.email);
  const confirmed = await ana.portal.ask(portalRoutes.enterMailCode, { params: { id: recovery.id }, body: { code } });
  expectThat(confirmed.state === 'awaiting-device' && confirmed.appLink !== null, 'the token waits for its new device');
  step(`CONFIRM: migrating until ${confirmed.deadline}; the old phone still works`);

  const iphone = await phone(cast.world.urls.device, 'iPhone12,3', ana.email, password);
  const [waiting] = await iphone.listWaiting();
  if (waiting === undefined) throw new Error('nothing waits in the new app');
  step(`The app on the new iPhone, "+": ${waiting.tokens[0]?.service.name ?? ''} waits`);
  await iphone.claim(waiting);
  step('Done: the token is in the app');

  const after = await ana.portal.ask(portalRoutes.listTokens, {});
  expectThat(after.tokens[0]?.device?.model === 'iPhone12,3', 'the portal names the new device');
  step(
    `The portal names the new device: ${after.tokens[0]?.device?.model ?? ''} (ID ${after.tokens[0]?.device?.shortId ?? ''})`,
  );
  expectThat(await cast.isAccepted(serial, await freshCode(iphone, tokenId)), 'a code of the new phone is right');
  step('A code of the new phone is accepted');
  expectThat(!(await cast.isAccepted(serial, (await ana.phone.code(tokenId)).otp)), 'a code of the old phone is wrong');
  step('A code of the old phone is refused');
  const { departed } = await ana.phone.sync();
  expectThat(departed[0]?.reason === 'moved', 'the old app knows why');
  step(`The old app removed the token: moved to ${departed[0]?.to?.model ?? ''}`);
}
