import type { Cast } from '../embedded/people/cast.ts';
import { freshCode } from '../embedded/people/fresh-code.ts';
import { newApp } from '../embedded/people/identity.ts';
import {
  activationIn,
  mailedTransfer,
  openedPage,
  pageSecretIn,
  setTransfers,
  startedTransfer,
} from '../embedded/people/transfer.ts';
import { refusals } from '../domain/refusals.ts';
import { chapter, expectRefusal, expectThat, step } from './steps.ts';

/** Guide 002: tokens of one phone go to another, because the old one asks for it. */
export async function transferStory(cast: Cast): Promise<void> {
  chapter('Transfer: set up by the administrator (docs/guides/transfer.md)');
  const eva = await cast.person('eva', 'iPhone 1', 2);
  const { missing } = await eva.phone.transfer.status();
  expectThat(missing.join() === 'transfer-off,no-public-address', 'the app says exactly what is missing');
  await expectRefusal('transfer-off', () => eva.phone.transfer.start(eva.tokens));
  step(`Info, Transfer tokens: ${missing.map((gap) => refusals[gap].title).join(' ')}`);
  await expectRefusal('public-address-wrong', () =>
    setTransfers(cast, { publicAddress: { host: 'localhost', port: 9 } }),
  );
  step('The administrator sets a public address: one that does not answer as this Latchkey is not saved');
  const { publicAddress, version } = await setTransfers(cast);
  const { isPossible } = await eva.phone.transfer.status();
  expectThat(isPossible, 'nothing is missing any more');
  step(
    `Transfer on, online, mobile API at ${publicAddress?.host ?? ''}:${String(publicAddress?.port ?? '')}: version ${String(version)} of the policy`,
  );
  await move(cast, eva);
  await moveStrictly(cast);
}

async function move(cast: Cast, eva: Awaited<ReturnType<Cast['person']>>): Promise<void> {
  chapter('Transfer: two tokens of one phone go to another');
  const before = await eva.phone.state();
  const { recovery, message, ...activation } = await mailedTransfer(cast, eva);
  const [opened] = await cast.founding.database.audit.find({ 'object.id': recovery.id }).toArray();
  expectThat(
    opened?.what === 'recovery.opened' && (opened.actor.address ?? '') !== '',
    'the source address is on record',
  );
  step(
    `Old phone: Info, Transfer tokens, both selected, OK. Asked from ${opened?.actor.address ?? ''}, which is on record`,
  );
  step(`Mailed: "${message.subject}"`);
  console.log(message.text.replaceAll(/\n+/g, '\n').replaceAll(/^/gm, '      | '));
  const [one] = before.tokens;
  expectThat(
    await cast.isAccepted(one?.serial ?? '', await freshCode(eva.phone, one?.id ?? '')),
    'tokens work meanwhile',
  );
  const next = newApp(cast);
  const { userName, code } = activation;
  const activated = await next.transfer.activate({ userName, code: code.toLowerCase() }, 'Android 2');
  expectThat(activated.state === 'awaiting-device', 'the new phone has activated');
  const late = newApp(cast);
  await expectRefusal('link-spent', () => late.transfer.activate({ qrText: activation.qr }, 'photographed it'));
  step(`New phone: I have an activation code, user name and ${code}. Who photographed the QR code is too late`);
  const held = await next.transfer.finish();
  expectThat(
    held.length === 2 && (await next.state()).account?.userName === userName,
    'both tokens are on the new phone',
  );
  for (const { id, serial } of held)
    expectThat(await cast.isAccepted(serial, await freshCode(next, id)), `${serial} works on the new phone`);
  for (const { id, serial } of before.tokens)
    expectThat(
      !(await cast.isAccepted(serial, (await eva.phone.code(id, Date.now() + 30_000)).otp)),
      `${serial} is refused`,
    );
  step('Done: codes of the new phone are accepted, those of the old one refused');
  const { departed, tokens } = await eva.phone.sync();
  expectThat(departed.length === 2 && tokens.length === 0, 'the old phone is told');
  step(`The old phone is told at its next contact: moved to ${departed[0]?.to?.model ?? ''}`);
}

async function moveStrictly(cast: Cast): Promise<void> {
  chapter('Transfer under a strict policy: the message has a link only');
  await setTransfers(cast, { isStrict: true });
  const noa = await cast.person('noa', 'iPhone 1', 1);
  const { message } = await startedTransfer(cast, noa);
  let isThere = true;
  try {
    activationIn(message);
  } catch {
    isThere = false;
  }
  expectThat(!isThere, 'neither code nor QR code is in the message');
  const link = pageSecretIn(message);
  const page = await openedPage(noa, link);
  step(`The message has only a link; its page shows QR and code when its reader asks (${page.services.join(', ')})`);
  const next = newApp(cast);
  await next.transfer.activate({ qrText: page.qr }, 'Android 2');
  const [token] = await next.transfer.finish();
  expectThat(token !== undefined, 'the token is on the new phone');
  await expectRefusal('link-spent', () => openedPage(noa, link));
  step('Scanned from the page, the token moves; the page shows nothing any more');
  await setTransfers(cast);
}
