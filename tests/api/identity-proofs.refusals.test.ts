import { base64url, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { Challenge, RestoreCodeShown } from '../../contracts/identities.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { identityProof, type IdentityClaims } from '../../device-sdk/identity-proof.ts';
import { publicKeyOf } from '../../device-sdk/keys.ts';
import { accountHolderOf, lastGroup, newApp, passcode, restored } from '../../embedded/people/identity.ts';
import { password } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { handMade, newKeyPair, thumbprintOf, type HandMade } from './hand-made.ts';
import { asDevice, type Send } from './principals.ts';
import { problemIn, refusalOf } from './refused.ts';

const stage = useCast();
let ana: HandMade;

beforeAll(async () => {
  ana = await handMade(stage.cast, 'hand-made');
});

const sign = (claims: IdentityClaims, key = ana.pair.privateKey) => identityProof(key, claims, Date.now());
const issue = (proof: string) => ana.send(deviceRoutes.issueRestoreCode, { body: { proof } });
const pendingOf = async ({ token }: HandMade) =>
  (await stage.cast.founding.database.tokens.findOne({ _id: token }))?.identity?.pending;

/** Signed with anything but the identity's key and ES256. */
async function signedOtherwise(claims: IdentityClaims, header: Record<string, string>): Promise<string> {
  const parts = [
    { typ: 'latchkey-identity+jwt', ...header },
    { ...claims, exp: Math.floor(Date.now() / 1000) + 60 },
  ];
  const text = parts.map((part) => base64url.encode(JSON.stringify(part))).join('.');
  const secret = new TextEncoder().encode(JSON.stringify(await publicKeyOf(ana.pair)));
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
  return `${text}.${base64url.encode(new Uint8Array([...mac, ...mac]))}`;
}

async function backUpBy(pair: CryptoKeyPair, claims: HandMade['claims'], send: Send): Promise<string> {
  const proof = await identityProof(pair.privateKey, await claims('issue-restore-code'), Date.now());
  const { code } = RestoreCodeShown.parse(
    await (await send(deviceRoutes.issueRestoreCode, { body: { proof } })).json(),
  );
  await send(deviceRoutes.confirmRestoreCode, { body: { lastGroup: lastGroup(code) } });
  return code;
}

describe('a proof by the key of an identity', () => {
  const exchanged: [keyof IdentityClaims, string][] = [
    ['purpose', 'show-restore-code'],
    ['purpose', 'sign-in'],
    ['origin', 'https://elsewhere.example'],
    ['token', 'tok_AAAAAAAAAAAAAAAAAAAAAA'],
    ['token', ''],
    ['device', 'A'.repeat(43)],
    ['challenge', 'A'.repeat(43)],
    ['challenge', ''],
    ['about', 'restore'],
  ];
  test.each(exchanged)('D-02 is refused with another %s: %j', async (member, value) => {
    const proof = await sign({ ...(await ana.claims('issue-restore-code')), [member]: value });
    expect(await problemIn(await issue(proof))).toMatchObject({ code: 'verification-failed', status: 422 });
    expect(await pendingOf(ana)).toBeNull();
  });

  test('D-01 D-02 is refused when another key, no key, or an HMAC over the public key signed it', async () => {
    const claims = () => ana.claims('issue-restore-code');
    const device = asDevice(stage.cast, ana.holder);
    const stranger = (await newKeyPair()).privateKey;
    for (const proof of [
      await sign(await claims(), stranger),
      await signedOtherwise(await claims(), { alg: 'none' }),
      await signedOtherwise(await claims(), { alg: 'HS256' }),
      await signedOtherwise(await claims(), { alg: 'HS512' }),
      await signedOtherwise(await claims(), { alg: 'ES256' }),
      await signedOtherwise(await claims(), { alg: 'ES256', jwk: JSON.stringify(await publicKeyOf(ana.pair)) }),
    ])
      expect(await problemIn(await device(deviceRoutes.issueRestoreCode, { body: { proof } }))).toMatchObject({
        code: 'verification-failed',
      });
    expect(await pendingOf(ana)).toBeNull();
  });

  test('D-02 is refused when it is of another type, has run out, never runs out, or says more than it should', async () => {
    const made = async (typ: string, exp: number | undefined, more = {}) => {
      const jwt = new SignJWT({ ...(await ana.claims('issue-restore-code')), ...more });
      jwt.setProtectedHeader({ typ, alg: 'ES256' });
      return (exp === undefined ? jwt : jwt.setExpirationTime(exp)).sign(ana.pair.privateKey);
    };
    const [usual, soon] = ['latchkey-identity+jwt', Math.floor(Date.now() / 1000) + 60];
    for (const proof of [
      await made('dpop+jwt', soon),
      await made(usual, soon - 200),
      await made(usual, undefined),
      await made(usual, soon, { admin: true }),
    ])
      expect(await problemIn(await issue(proof))).toMatchObject({ code: 'verification-failed' });
    expect((await issue(await made(usual, soon))).status).toBe(201);
  });
});

describe('a challenge', () => {
  test('D-02 works for what was asked with it first, and for nothing else', async () => {
    const eve = await handMade(stage.cast, 'once');
    const claims = await eve.claims('issue-restore-code');
    const ask = (proof: string) => eve.send(deviceRoutes.issueRestoreCode, { body: { proof } });
    const [first, second] = [
      await identityProof(eve.pair.privateKey, claims, Date.now()),
      await identityProof(eve.pair.privateKey, claims, Date.now() + 1_000),
    ];
    expect((await ask(first)).status).toBe(201);
    expect(await problemIn(await ask(second))).toMatchObject({ code: 'verification-failed' });
    // The answer lost, the very same is asked once more.
    expect((await ask(first)).status).toBe(201);
  });

  test('D-02 of fifty requests at once is used by one', async () => {
    const eve = await handMade(stage.cast, 'burst');
    const claims = await eve.claims('issue-restore-code');
    const proofs = await Promise.all(
      Array.from({ length: 50 }, (_, at) => identityProof(eve.pair.privateKey, claims, Date.now() + at * 1_000)),
    );
    const answers = await Promise.all(
      proofs.map((proof) => eve.send(deviceRoutes.issueRestoreCode, { body: { proof } })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(49);
  });

  test('D-02 works for its purpose alone, and within its two minutes', async () => {
    const eve = await handMade(stage.cast, 'late');
    const other = await eve.claims('show-restore-code');
    const ask = async (claims: IdentityClaims) =>
      eve.send(deviceRoutes.issueRestoreCode, {
        body: { proof: await identityProof(eve.pair.privateKey, claims, Date.now()) },
      });
    expect(await problemIn(await ask({ ...other, purpose: 'issue-restore-code' }))).toMatchObject({
      code: 'verification-failed',
    });
    const claims = await eve.claims('issue-restore-code');
    const { challenges } = stage.cast.founding.database;
    const asked = await challenges.findOne({ _id: claims.challenge });
    expect((asked?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(120_000);
    await challenges.updateOne({ _id: claims.challenge }, { $set: { expiresAt: new Date() } });
    expect(await problemIn(await ask(claims))).toMatchObject({ code: 'verification-failed' });
  });

  test('D-02 of one device is none of another, though both have the identity', async () => {
    const { cast } = stage;
    const { holder, pair, claims, token } = await handMade(cast, 'two-devices');
    const restoreCode = await backUpBy(pair, claims, asDevice(cast, holder));
    const { app } = await restored(cast, { ...holder, restoreCode }, { kind: 'duplication' });
    const asked = await asDevice(cast, { phone: app })(deviceRoutes.askChallenge, {
      body: { purpose: 'issue-restore-code' },
    });
    const { challenge } = Challenge.parse(await asked.json());
    const own = await claims('issue-restore-code');
    const stolen = await identityProof(pair.privateKey, { ...own, challenge }, Date.now());
    const issueBy = (proof: string) => asDevice(cast, holder)(deviceRoutes.issueRestoreCode, { body: { proof } });
    expect(await problemIn(await issueBy(stolen))).toMatchObject({ code: 'verification-failed' });
    expect((await issueBy(await identityProof(pair.privateKey, own, Date.now()))).status).toBe(201);
    expect(await cast.founding.database.bindings.countDocuments({ tokenId: token, state: 'active' })).toBe(2);
  });
});

describe('an identity', () => {
  test('D-05 is created once: a second device is refused, at the same instant as well', async () => {
    const { cast } = stage;
    const bea = await accountHolderOf(cast, 'twice');
    const second = newApp(cast);
    await second.signIn({ email: bea.email, password, model: 'iPad8,9' });
    const outcomes = await Promise.allSettled([bea.phone.identity.create(passcode), second.identity.create(passcode)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const loser = outcomes[0].status === 'rejected' ? bea.phone : second;
    expect(await refusalOf(loser.identity.create(passcode))).toMatchObject({ code: 'identity-exists', status: 409 });
    const { tokens, bindings, audit } = cast.founding.database;
    expect(await tokens.countDocuments({ accountId: bea.accountId, type: 'identity' })).toBe(1);
    expect(await bindings.countDocuments({ accountId: bea.accountId })).toBe(1);
    expect(await audit.countDocuments({ what: 'identity.created', account: bea.accountId })).toBe(1);
  });

  test('D-04 is not created with a key that another account has', async () => {
    const { cast } = stage;
    const bea = await accountHolderOf(cast, 'same-key');
    const send = asDevice(cast, bea);
    const { challenge } = (await (
      await send(deviceRoutes.askChallenge, { body: { purpose: 'create-identity' } })
    ).json()) as { challenge: string };
    const own = await ana.claims('issue-restore-code');
    const device = await thumbprintOf(bea.phone);
    const proof = await sign({ ...own, purpose: 'create-identity', token: '', device, challenge });
    const body = { publicKey: await publicKeyOf(ana.pair), proof };
    expect(await problemIn(await send(deviceRoutes.createIdentity, { body }))).toMatchObject({
      code: 'device-key-taken',
      status: 409,
    });
    const { tokens, audit } = cast.founding.database;
    expect(await tokens.countDocuments({ accountId: bea.accountId })).toBe(0);
    expect(await audit.countDocuments({ what: 'device.key-taken', account: bea.accountId })).toBe(1);
  });
});
