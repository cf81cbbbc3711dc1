import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { identityRoutes } from '../../contracts/routes/identity.ts';
import { demoService } from '../../embedded/demo-service/demo-service.ts';
import { newPasscode, passcode } from '../../embedded/people/identity.ts';
import { picture } from './album.ts';
import * as app from './app-steps.ts';
import * as id from './identity-steps.ts';
import { newcomer } from './people.ts';
import { useStage } from './stage.ts';
import { phoneSize } from './visit.ts';

const stage = useStage();
const OwnIdentity = identityRoutes.showIdentity.answer;

/** The browser itself notes each answer that is a refusal. */
const refused = /status of 4(09|22)/;

async function signsInSoOften({ phone, userName }: id.IdentityHolder, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await id.signsIn(stage, phone, userName);
}

test('an ID is created with a passcode and signs in to a service by the number that it shows; another number signs nobody in', async () => {
  const { cast, urls } = stage;
  const { email, userName } = await newcomer(cast, 'Ana');
  const phone = await stage.visit(urls.device, { size: phoneSize, expected: [refused] });
  await phone.getByRole('heading', { name: 'Welcome' }).waitFor();
  await picture(phone, 'app-start');
  await app.signIn(phone, email, 'samsung SM-G970F');
  await phone.getByRole('link', { name: 'Create ID' }).click();
  await id.choosePasscode(phone, '123456', 'Create ID');
  await phone.getByText('That passcode protects too little').waitFor();
  await picture(phone, 'app-weak-passcode');
  await id.choosePasscode(phone, passcode, 'Create ID');
  await id.identityOf(phone).waitFor();
  await picture(phone, 'app-id-created');

  const vpn = await demoService({ serviceUrl: urls.service, verifyKey: cast.service.verifyKey, port: 0 });
  try {
    const desk = await stage.visit(vpn.url);
    await desk.getByLabel('User name').fill(userName);
    await desk.getByRole('button', { name: 'Sign in' }).click();
    const shown = desk.locator('.number');
    await shown.waitFor();
    await picture(desk, 'service-number');
    const request = phone.getByTestId('sign-in-request');
    const number = (await shown.textContent()) ?? '';
    await request.getByTestId(`number-${number}`).waitFor();
    await picture(phone, 'app-sign-in-request');
    const others = request.locator(`[data-testid^="number-"]:not([data-testid="number-${number}"])`);
    expect(await others.count()).toBe(2);
    await others.first().click();
    await id.givePasscode(request, 'Approve');
    await desk.getByText('The sign-in was refused').waitFor();
    await picture(phone, 'app-wrong-number');
    await desk.getByRole('button', { name: 'Try again' }).click();
    await shown.waitFor();
    await id.approve(phone, (await shown.textContent()) ?? '');
    await desk.getByText(`Signed in as ${userName}`).waitFor();
    await picture(desk, 'service-signed-in');
  } finally {
    await vpn.stop();
  }
});

test('the sixth sign-in offers to back the ID up; SHOW leads to a restore code, which counts once its last group was typed', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const ben = await id.identityHolder(stage, 'Ben', { permissions, expected: [refused] });
  const { phone } = ben;
  const prompt = phone.getByTestId('back-up-prompt');
  await signsInSoOften(ben, 5);
  expect(await prompt.count()).toBe(0);
  await signsInSoOften(ben, 1);
  await prompt.waitFor();
  await picture(phone, 'app-back-up');
  await prompt.getByRole('button', { name: 'SHOW' }).click();
  await id.givePasscode(phone, 'Continue', newPasscode);
  await phone.getByText('That passcode is wrong').waitFor();
  await picture(phone, 'app-wrong-passcode');
  await id.givePasscode(phone, 'Continue');
  const code = await id.shownRestoreCode(phone);
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]$/);
  await picture(phone, 'app-restore-code');
  await phone.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => phone.evaluate(() => navigator.clipboard.readText())).toBe(code);
  const saving = phone.waitForEvent('download');
  await phone.getByRole('button', { name: 'Download' }).click();
  const kept = await readFile(await (await saving).path(), 'utf8');
  expect(kept).toContain(code);
  expect(kept).toContain(ben.userName);

  await phone.getByRole('button', { name: 'I have stored it' }).click();
  expect(await phone.getByText(code).count()).toBe(0);
  await id.typeLastGroup(phone, '0000-0');
  await phone.getByTestId('trouble').waitFor();
  await picture(phone, 'app-last-group');
  await id.typeLastGroup(phone, code.slice(15).toLowerCase());
  await phone.getByTestId('restoration-active').waitFor();
  await picture(phone, 'app-restoration-active');
  await phone.getByRole('button', { name: 'Show the restore code' }).click();
  await id.givePasscode(phone.getByTestId('passcode-dialog'), 'Show');
  expect(await id.shownRestoreCode(phone)).toBe(code);
});

test('NOT NOW is never asked again', async () => {
  const cleo = await id.identityHolder(stage, 'Cleo');
  const { phone } = cleo;
  const prompt = phone.getByTestId('back-up-prompt');
  await signsInSoOften(cleo, 6);
  await prompt.getByRole('button', { name: 'NOT NOW' }).click();
  await prompt.waitFor({ state: 'hidden' });
  await signsInSoOften(cleo, 1);
  const answered = phone.waitForResponse(
    (response) => new URL(response.url()).pathname === identityRoutes.showIdentity.path,
  );
  await phone.reload();
  const { identity } = OwnIdentity.parse(await (await answered).json());
  expect(identity).toMatchObject({ signIns: 7, restoration: { isActive: false } });
  await id.identityOf(phone).waitFor();
  expect(await prompt.count()).toBe(0);
});
