import { expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Browser } from '../../embedded/people/browser.ts';
import { backUp, newApp, newPasscode, restorable, restored, startSignIn } from '../../embedded/people/identity.ts';
import { secretIn } from '../../embedded/people/mailbox.ts';
import { useCast } from '../cast.ts';
import { refusalOf } from './refused.ts';

const stage = useCast();

test('B-04 a restore that was not me freezes the identity, also where the thief has taken it on to another device', async () => {
  const { cast } = stage;
  const ana = await restorable(cast, 'robbed');
  const { app: thief, recovery } = await restored(cast, ana);
  await backUp(thief, newPasscode);
  const { qr, recovery: pairing } = await thief.pairing.start('duplication', newPasscode);
  const further = newApp(cast);
  await further.restoring.scanPairing(qr, 'iPad8,9');
  await thief.pairing.confirm(pairing.id, newPasscode);
  await further.restoring.finish(newPasscode);
  const here = (await further.state()).account?.device.id ?? '';
  const other = (await further.identity.devices()).find(({ id }) => id !== here);
  await further.identity.unpair(other?.id ?? '', newPasscode);

  const mails = await cast.mailbox.messages(ana.email);
  const told = mails.find(({ id, template }) => template === 'completed' && id.startsWith(recovery.id));
  const token = secretIn(told ?? { text: '' }, 'not-me');
  const answer = await new Browser(cast.world.urls.portal).ask(portalRoutes.repudiate, { body: { token } });
  expect(answer).toEqual({ frozenTokens: 1, recovery: recovery.id });
  expect(await cast.founding.database.tokens.findOne({ _id: ana.identity.id })).toMatchObject({ state: 'suspended' });
  await startSignIn(cast, ana.userName);
  expect(await further.identity.listSignIns()).toEqual([]);
});

test('a restore code in force is not said to be confirmed by whatever is typed', async () => {
  const { cast } = stage;
  const ana = await restorable(cast, 'typed');
  expect(await refusalOf(ana.phone.identity.confirmRestoreCode('0000-0'))).toMatchObject({ code: 'last-group-wrong' });
  const again = await ana.phone.identity.confirmRestoreCode(ana.restoreCode.split('-').slice(3).join('-'));
  expect(again.restoration).toMatchObject({ isActive: true, mustStoreCode: false });
});
