import type { Letter, MailFacts, MailTemplate } from '../../contracts/mail.ts';
import { recoveryKinds } from '../../domain/words.ts';

const until = Date.UTC(2026, 6, 4, 14, 5);
const at = Date.UTC(2026, 6, 1, 9, 30);
const portalUrl = 'https://portal.latchkey.example/';
const notMeUrl = 'https://portal.latchkey.example/not-me?t=3q2-7wAAAAAAAAAAAAAAAA&r=1';

const facts: MailFacts = {
  activation: {
    name: 'Ana Lima',
    userName: 'ana.lima',
    setPasswordUrl: 'https://portal.latchkey.example/set-password?t=abc&u=1',
  },
  'password-reset': { name: 'Ana Lima', resetUrl: 'https://portal.latchkey.example/reset?t=abc&u=1' },
  'token-ready': {
    name: 'Ana Lima',
    service: 'Qualified Cloud Signature',
    authenticatorUrl: 'https://app.latchkey.example/waiting',
    until,
    notMeUrl,
  },
  'mail-code': {
    name: 'Ana Lima',
    kind: 'migration',
    service: 'Qualified Cloud Signature',
    device: 'Pixel 8 (7f3a)',
    code: '048213',
    validMinutes: 10,
    address: '203.0.113.7',
    notMeUrl,
  },
  completed: {
    name: 'Ana Lima',
    kind: 'migration',
    services: ['Qualified Cloud Signature'],
    toDevice: 'Pixel 9 (c41d)',
    fromDevice: 'Pixel 8 (7f3a)',
    unpaired: [],
    at,
    address: '203.0.113.7',
    notMeUrl,
  },
  ended: {
    name: 'Ana Lima',
    kind: 'migration',
    services: ['Qualified Cloud Signature'],
    outcome: 'cancelled',
    by: 'support',
    reason: 'You told us on the phone that the new device went back to the shop.',
    isSuspended: false,
    portalUrl,
    notMeUrl,
  },
  extended: { name: 'Ana Lima', kind: 'migration', until, reason: 'The new device arrives on Friday.', notMeUrl },
  repudiated: { name: 'Ana Lima', services: ['Qualified Cloud Signature', 'VPN'] },
  'token-changed': {
    name: 'Ana Lima',
    type: 'totp',
    service: 'VPN',
    change: 'disabled',
    at,
    portalUrl: 'https://portal.example.org',
  },
  'identity-created': { name: 'Ana Lima', device: 'Pixel 8 (7f3a)', at, address: '203.0.113.7', portalUrl },
  'pairing-started': {
    name: 'Ana Lima',
    kind: 'restore',
    device: 'Pixel 8 (7f3a)',
    at,
    address: '203.0.113.7',
    notMeUrl,
  },
  'restore-code-changed': {
    name: 'Ana Lima',
    change: 'activated',
    by: 'you',
    reason: '',
    at,
    address: '203.0.113.7',
    portalUrl,
  },
  'restore-code-handed-out': {
    name: 'Ana Lima',
    way: 'phone',
    isFresh: false,
    reason: 'Lost her note when she moved house; called back on the number on file.',
    at,
    portalUrl,
  },
  'restore-code': {
    name: 'Ana Lima',
    code: '7Q2M-9F3A-1ECK-0TZ4-D',
    isFresh: false,
    reason: 'Lost her note when she moved house; called back on the number on file.',
  },
  'device-unpaired': {
    name: 'Ana Lima',
    device: 'Pixel 8 (7f3a)',
    by: 'you',
    reason: '',
    at,
    address: '203.0.113.7',
    portalUrl,
  },
  'transfer-activation': {
    name: 'Ana Lima',
    userName: 'ana.lima',
    services: ['Qualified Cloud Signature', 'VPN'],
    device: 'Pixel 8 (7f3a)',
    at,
    address: '203.0.113.7',
    until,
    qr: 'https://app.latchkey.example/#/activate?recovery=rec_b3BlbnNlc2FtZW9wZW5zZQ&secret=q83vASNFZ4mrze8BI0VniavN7wE',
    code: '7Q2M9-F3A1E-D',
    pageUrl: null,
    notMeUrl,
  },
  'questions-set': { name: 'Ana Lima', at, address: '203.0.113.7', portalUrl },
  'recreation-news': {
    name: 'Ana Lima',
    news: 'support-asked',
    service: 'VPN',
    at,
    address: '203.0.113.7',
    until,
    isLost: false,
    portalUrl: `${portalUrl}recoveries/rec_b3BlbnNlc2FtZW9wZW5zZQ`,
    notMeUrl,
  },
  'restore-tried': { name: 'Ana Lima', kind: 'restore', at, address: '203.0.113.7', notMeUrl },
};

/** A letter of a template, with whatever the test is about put in its place. */
export function aLetter<T extends MailTemplate>(
  template: T,
  override: Partial<MailFacts[T]> = {},
  locale = 'en-GB',
): Letter {
  return { template, locale, facts: { ...facts[template], ...override } } as Letter;
}

/** One letter of every template. */
export const oneOfEach: [name: string, letter: Letter][] = (Object.keys(facts) as MailTemplate[]).map((name) => [
  name,
  aLetter(name),
]);

/** Every template, and every kind, outcome and change that words a message differently. */
export const everyLetter: [name: string, letter: Letter][] = [
  ...oneOfEach,
  ...recoveryKinds.flatMap((kind): [string, Letter][] => [
    [`mail-code-${kind}`, aLetter('mail-code', { kind })],
    [`completed-${kind}`, aLetter('completed', { kind, fromDevice: kind === 'migration' ? 'Pixel 8 (7f3a)' : '' })],
    [`extended-${kind}`, aLetter('extended', { kind, reason: '' })],
    ...(['cancelled', 'expired', 'locked', 'failed'] as const).map((outcome): [string, Letter] => [
      `ended-${kind}-${outcome}`,
      aLetter('ended', { kind, outcome, by: outcome === 'cancelled' ? 'you' : 'us', reason: '' }),
    ]),
  ]),
  ...(['disabled', 'enabled', 'deleted'] as const).map((change): [string, Letter] => [
    `token-changed-${change}`,
    aLetter('token-changed', { change }),
  ]),
  ...(['disabled', 'enabled'] as const).map((change): [string, Letter] => [
    `token-changed-identity-${change}`,
    aLetter('token-changed', { type: 'identity', service: 'Identity', change }),
  ]),
  ['completed-duplication-alone', aLetter('completed', { kind: 'duplication', unpaired: ['Pixel 8 (7f3a)'] })],
  ...(['activated', 'renewed', 'disabled'] as const).flatMap((change) =>
    (['you', 'support'] as const).map((by): [string, Letter] => [
      `restore-code-changed-${change}-by-${by}`,
      aLetter('restore-code-changed', { change, by, reason: by === 'you' ? '' : 'She asked for it on the phone.' }),
    ]),
  ),
  ...(['copy', 'phone', 'print'] as const).map((way): [string, Letter] => [
    `restore-code-handed-out-${way}`,
    aLetter('restore-code-handed-out', { way, isFresh: true }),
  ]),
  ['restore-code-fresh', aLetter('restore-code', { isFresh: true })],
  ['device-unpaired-by-support', aLetter('device-unpaired', { by: 'support', reason: 'Stolen in Bilbao.' })],
  ['pairing-started-duplication', aLetter('pairing-started', { kind: 'duplication' })],
  ['restore-tried-duplication', aLetter('restore-tried', { kind: 'duplication' })],
  [
    'transfer-activation-strict',
    aLetter('transfer-activation', {
      qr: null,
      code: null,
      pageUrl:
        'https://portal.latchkey.example/activation#recovery=rec_b3BlbnNlc2FtZW9wZW5zZQ&secret=q83vASNFZ4mrze8BI0',
    }),
  ],
  ...(['started', 'caller-approved', 'caller-declined', 'recreation-confirmed'] as const).map(
    (news): [string, Letter] => [`recreation-news-${news}`, aLetter('recreation-news', { news })],
  ),
  ['recreation-news-lost', aLetter('recreation-news', { news: 'recreation-confirmed', isLost: true })],
  ['ended-lost', aLetter('ended', { kind: 'recreation', outcome: 'expired', by: 'us', reason: '', isSuspended: true })],
  ['repudiated-nothing', aLetter('repudiated', { services: [] })],
];
