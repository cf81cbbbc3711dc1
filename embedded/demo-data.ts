import { adminRoutes } from '../contracts/routes/admin.ts';
import { createDemoService, isValidKey, keptVerifyKey } from './demo-service/verify-key.ts';
import { enrolToken, phone } from './people/enrolment.ts';
import { Founding } from './people/founding.ts';
import { portalUser, staffUser, type Browser } from './people/browser.ts';
import { setQuestions } from './people/recreation.ts';

/**
 * People, services and tokens to try Latchkey with. What is there already is left alone. Prints one JSON line for each person who
 * can sign in. An argument names the file that keeps the key of the demo service.
 */
const password = 'latchkey demo 2026';
const staff = [
  { name: 'Sam Agent', email: 'agent@latchkey.example', role: 'agent' },
  { name: 'Sue Supervisor', email: 'supervisor@latchkey.example', role: 'supervisor' },
  // Four eyes need two of them.
  { name: 'Sal Supervisor', email: 'second.supervisor@latchkey.example', role: 'supervisor' },
  { name: 'Audrey Auditor', email: 'auditor@latchkey.example', role: 'auditor' },
  { name: 'Adam Administrator', email: 'admin@latchkey.example', role: 'administrator' },
] as const;
const ana = { userName: 'ana', name: 'Ana Ortiz', email: 'ana@example.org', locale: 'en' };
const ben = { userName: 'ben', name: 'Ben Okafor', email: 'ben@example.org', locale: 'en' };
const inTwoYears = new Date(Date.now() + 2 * 365 * 86_400_000).toISOString();

const environment = process.env;
const url = (name: string) => environment[name] ?? '';
const founding = await Founding.open(environment);
for (const member of staff) await founding.staff(member, password);
const anaId = await founding.account(ana, password);
const benId = await founding.account(ben, password);
const isFirstTime = (await founding.database.tokens.countDocuments({ accountId: anaId })) === 0;
await founding.close();

if (isFirstTime) {
  const administrator = await staffUser(url('CONSOLE_URL'), 'admin@latchkey.example', password);
  const signature = await serviceNamed(administrator, 'Qualified Cloud Signature');
  const vpn = await serviceNamed(administrator, 'Company VPN');
  // "Set during initial account setup" (guide 003): before there is a token to ask a code of.
  await setQuestions({ portal: await portalUser(url('PORTAL_URL'), ana.email, password) });
  const samsung = await phone(url('AUTHENTICATOR_URL'), 'samsung SM-G970F', ana.email, password);
  const iphone = await phone(url('AUTHENTICATOR_URL'), 'iPhone12,3', ana.email, password);
  const certificate = (kind: string) => ({ subject: ana.name, kind, expiresAt: inTwoYears });
  await enrolToken(administrator, samsung, {
    account: anaId,
    service: signature,
    certificate: certificate('Qualified certificate'),
  });
  await enrolToken(administrator, iphone, {
    account: anaId,
    service: signature,
    certificate: certificate('Advanced certificate'),
  });
  await enrolToken(administrator, iphone, { account: anaId, service: vpn });
  const pixel = await phone(url('AUTHENTICATOR_URL'), 'Google Pixel 8', ben.email, password);
  await enrolToken(administrator, pixel, { account: benId, service: vpn });
  await administrator.ask(adminRoutes.createToken, { body: { account: benId, service: signature } });
}

const [keyFile] = process.argv.slice(2);
if (keyFile !== undefined) {
  const key = keptVerifyKey(keyFile);
  if (key === undefined || !(await isValidKey(url('SERVICE_URL'), key)))
    await createDemoService(await staffUser(url('CONSOLE_URL'), 'admin@latchkey.example', password), keyFile);
}

for (const { email, role } of staff) print(role, email);
print('account holder', ana.email);
print('account holder', ben.email);

async function serviceNamed(administrator: Browser, name: string): Promise<string> {
  const { rows } = await administrator.ask(adminRoutes.listServices, { query: { perPage: 100 } });
  const existing = rows.find((service) => service.name === name);
  return existing?.id ?? (await administrator.ask(adminRoutes.createService, { body: { name } })).id;
}

function print(role: string, email: string): void {
  console.log(JSON.stringify({ role, email, password }));
}
