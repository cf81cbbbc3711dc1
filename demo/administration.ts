import { adminRoutes } from '../contracts/routes/admin.ts';
import { type Cast } from '../embedded/people/cast.ts';
import { newApp, restorable, startedRestore, stepUp, supervisor } from '../embedded/people/identity.ts';
import { chapter, expectRefusal, expectThat, step } from './steps.ts';

/** Guide 001: what administrator and supervisors do. */
export async function administrationStory(cast: Cast): Promise<void> {
  chapter('Managing restoration (docs/guides/administering-restoration.md)');
  const kim = await restorable(cast, 'kim');
  const [sue, sal] = [await supervisor(cast, 'Sue'), await supervisor(cast, 'Sal')];
  const facts = {
    way: 'phone' as const,
    callerCheck: { how: 'call-back' as const, note: 'Called back on the number on file' },
    reason: 'Kim has lost the note with the code',
  };
  const at = { id: kim.accountId };
  await expectRefusal('approval-required', () => sue.ask(adminRoutes.handOutRestoreCode, { params: at, body: facts }));
  const asked = await sue.ask(adminRoutes.requestApproval, { body: { account: kim.accountId, ...facts } });
  await expectRefusal('own-approval', () => sue.ask(adminRoutes.approve, { params: { id: asked.id } }));
  await sal.ask(adminRoutes.approve, { params: { id: asked.id } });
  const body = { ...facts, approval: asked.id };
  const handedOut = await sue.ask(adminRoutes.handOutRestoreCode, { params: at, body });
  expectThat(handedOut.code === kim.restoreCode, 'the supervisor reads the code');
  await expectRefusal('approval-not-valid', () => sue.ask(adminRoutes.handOutRestoreCode, { params: at, body }));
  const notice = await cast.mailbox.newest(kim.email, 'restore-code-handed-out');
  step('A supervisor reads the restore code on the phone, once, after a second one has approved it');
  step(`Kim is told: "${notice.subject}"`);

  const { recovery } = await startedRestore(cast, kim);
  const { administrator } = cast;
  const {
    version: _,
    changedAt: __,
    changedBy: ___,
    ...policy
  } = await administrator.ask(adminRoutes.showRestorationPolicy, {});
  await stepUp(administrator);
  const reason = 'Demonstration of the switch';
  const off = await administrator.ask(adminRoutes.changeRestorationPolicy, {
    body: { ...policy, isOn: false, reason },
  });
  const ended = await cast.founding.database.recoveries.findOne({ _id: recovery.id });
  expectThat(off.ended === 1 && ended?.state === 'cancelled', 'the running restore has ended');
  const late = newApp(cast);
  await late.restoring.start(kim.userName, 'restore', 'iPhone12,3');
  await expectRefusal('wrong-restore-code', () => late.restoring.enterRestoreCode(kim.restoreCode));
  step('Switched off: the running restore ends at once, and no other begins');
  await administrator.ask(adminRoutes.changeRestorationPolicy, { body: { ...policy, reason } });
  step('Switched on again');
}
