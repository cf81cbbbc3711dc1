import { type Cast } from '../embedded/people/cast.ts';
import {
  backUp,
  identityHolder,
  lastGroup,
  newApp,
  newPasscode,
  passcode,
  signsIn,
  startSignIn,
} from '../embedded/people/identity.ts';
import { chapter, expectRefusal, expectThat, step } from './steps.ts';

/** Guide 001: the phone is lost, and the ID comes back on another one. */
export async function restoreStory(cast: Cast): Promise<void> {
  chapter('Restore: the phone is lost, the ID comes back (docs/guides/restore.md)');
  const eva = await identityHolder(cast, 'eva');
  step(`Eva creates her ID "${eva.identity.name}" in the app and chooses a passcode`);

  for (let time = 1; time < 6; time++) await signsIn(cast, eva.phone, eva.userName);
  const sixth = await signsIn(cast, eva.phone, eva.userName);
  expectThat(sixth.restoration.isPromptDue, 'the sixth sign-in asks "Back up your identity"');
  step(
    'She signs in to a service six times, each time by the number that it shows; the sixth asks "Back up your identity"',
  );

  const { code } = await eva.phone.identity.issueRestoreCode(passcode);
  await expectRefusal('last-group-wrong', () => eva.phone.identity.confirmRestoreCode('0000-0'));
  const active = await eva.phone.identity.confirmRestoreCode(lastGroup(code));
  expectThat(active.restoration.isActive, 'the restore function is active');
  step(
    `SHOW: a restore code of the form ${code.replaceAll(/[0-9A-Z]/g, 'x')}; she types its last group, and the function is active`,
  );

  const phone = newApp(cast);
  await phone.restoring.start(eva.userName, 'restore', 'iPhone12,3');
  const recovery = await phone.restoring.enterRestoreCode(` ${code.toLowerCase().replaceAll('-', ' ')} `);
  step('New phone, Restore old ID: user name and restore code; a second code is mailed');
  const wrong = await expectRefusal('wrong-code', () => phone.enterMailCode(recovery.id, '000000'));
  step(`A wrong second code is refused, ${String(wrong.problem.attemptsLeft)} attempts left`);
  const proven = await phone.enterMailCode(recovery.id, await cast.mailbox.codeFor(eva.email, recovery.id));
  expectThat(proven.state === 'awaiting-device', 'both codes were right');
  const restored = await phone.restoring.finish(newPasscode);
  expectThat(restored.isHere && restored.devices === 1, 'the ID is on the new phone, and there alone');
  step('The second code is right; she chooses a passcode, the app makes a new key pair, and the ID is ready');

  const { departed } = await eva.phone.sync();
  expectThat(departed[0]?.reason === 'restored', 'the old phone knows why');
  const { number } = await startSignIn(cast, eva.userName);
  expectThat((await eva.phone.identity.listSignIns()).length === 0, 'the old phone is offered nothing');
  const [waiting] = await phone.identity.listSignIns();
  if (waiting === undefined) throw new Error('the new phone is offered no sign-in');
  await phone.identity.approveSignIn(waiting, number, newPasscode);
  step('The lost phone is unpaired and offered no sign-in any more; the new one signs in');

  expectThat(restored.restoration.mustStoreCode, 'a new restore code has to be stored');
  const next = await backUp(phone, newPasscode);
  expectThat(next !== code, 'the code is another one');
  const late = newApp(cast);
  await late.restoring.start(eva.userName, 'restore', 'found phone');
  await expectRefusal('wrong-restore-code', () => late.restoring.enterRestoreCode(code));
  step('The used restore code is void; a new one is stored');
}
