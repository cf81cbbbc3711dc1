import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { exportJWK, SignJWT, type JWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { Device } from '../../device-sdk/device.ts';
import { makeKeys, publicKeyOf } from '../../device-sdk/keys.ts';
import { proofFor } from '../../device-sdk/proof.ts';
import { memoryStore } from '../../device-sdk/memory-store.ts';
import { password, type Person } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { problemIn, refusalOf } from './refused.ts';
import { keysOf, sendProved, sendSigned } from './signed.ts';

const stage = useCast();
let ana: Person;
beforeAll(async () => {
  ana = await stage.cast.person('ana', 'samsung SM-G970F', 1);
});

const path = '/v1/device/tokens';
const seconds = () => Math.floor(Date.now() / 1000);

interface Forgery {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  key?: Parameters<SignJWT['sign']>[0];
}

/** A proof for GET /v1/device/tokens by the phone of Ana, but for what is forged. */
async function forged({ header, claims, key }: Forgery = {}): Promise<string> {
  const { signing } = await keysOf(ana.phone);
  return new SignJWT({
    jti: randomBytes(16).toString('base64url'),
    htm: 'GET',
    htu: `${stage.cast.world.urls.device}${path}`,
    iat: seconds(),
    bsh: createHash('sha256').update('').digest('base64url'),
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', ...{ typ: 'dpop+jwt', jwk: await publicKeyOf(signing) }, ...header })
    .sign(key ?? signing.privateKey);
}

async function answerTo(proof: string | undefined): Promise<{ status: number; code: string }> {
  const response = await sendProved(`${stage.cast.world.urls.device}${path}`, { method: 'GET' }, proof);
  return { status: response.status, code: response.ok ? 'yes' : (await problemIn(response)).code };
}
const refused = { status: 401, code: 'proof-invalid' };

describe('D-03 a proof', () => {
  test('D-03 is taken once: sent again, it is refused', async () => {
    const proof = await forged();
    expect([await answerTo(proof), await answerTo(proof)]).toEqual([{ status: 200, code: 'yes' }, refused]);
  });

  test('D-03 sent twenty times at once is taken once', async () => {
    const proof = await forged();
    const answers = await Promise.all(Array.from({ length: 20 }, () => answerTo(proof)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test.each([
    ['for another path', () => ({ htu: `${stage.cast.world.urls.device}/v1/device/waiting` })],
    ['for another host', () => ({ htu: `https://evil.example${path}` })],
    ['for another method', () => ({ htm: 'POST' })],
    ['for another body', () => ({ bsh: createHash('sha256').update('{}').digest('base64url') })],
    ['without the hash of the body', () => ({ bsh: undefined })],
    ['that is 61 seconds old', () => ({ iat: seconds() - 62 })],
    ['of 61 seconds ahead', () => ({ iat: seconds() + 63 })],
    ['without a time', () => ({ iat: undefined })],
    ['with a time that is no number', () => ({ iat: 'now' })],
    ['without an id', () => ({ jti: undefined })],
    ['with an id of one letter', () => ({ jti: 'a' })],
    ['with an operator as its id', () => ({ jti: { $ne: null } })],
    ['that has expired by its own claim', () => ({ exp: seconds() - 10 })],
  ])('D-03 %s is refused', async (_, claims) => {
    expect(await answerTo(await forged({ claims: claims() }))).toEqual(refused);
  });

  test('D-03 within a minute of clock skew is taken, on both sides', async () => {
    for (const iat of [seconds() - 50, seconds() + 50])
      expect(await answerTo(await forged({ claims: { iat } }))).toMatchObject({ status: 200 });
  });

  test.each([undefined, '', 'x', 'a.b.c', 'a'.repeat(5_000)])('D-03 that is none (%j) is refused', async (proof) => {
    expect(await answerTo(proof)).toEqual(refused);
  });
});

describe('D-01 a key', () => {
  const publicJwk = async (pair: { publicKey: Parameters<typeof exportJWK>[0] }): Promise<JWK> =>
    exportJWK(pair.publicKey);

  test('D-01 of RSA or Ed25519 is refused, whatever the header says', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const edwards = generateKeyPairSync('ed25519');
    const proofs = [
      await forged({ header: { alg: 'RS256', jwk: await publicJwk(rsa) }, key: rsa.privateKey }),
      await forged({ header: { alg: 'PS256', jwk: await publicJwk(rsa) }, key: rsa.privateKey }),
      await forged({ header: { alg: 'EdDSA', jwk: await publicJwk(edwards) }, key: edwards.privateKey }),
    ];
    for (const proof of proofs) expect(await answerTo(proof)).toEqual(refused);
  });

  test('D-01 on another curve is refused', async () => {
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(
      await answerTo(await forged({ header: { alg: 'ES384', jwk: await publicJwk(p384) }, key: p384.privateKey })),
    ).toEqual(refused);
  });

  test('D-01 that is symmetric is refused, also the public key used as one', async () => {
    const secret = randomBytes(32);
    const jwk = await publicKeyOf((await keysOf(ana.phone)).signing);
    const proofs = [
      await forged({ header: { alg: 'HS256', jwk: { kty: 'oct', k: secret.toString('base64url') } }, key: secret }),
      await forged({ header: { alg: 'HS256', jwk }, key: Buffer.from(JSON.stringify(jwk)) }),
    ];
    for (const proof of proofs) expect(await answerTo(proof)).toEqual(refused);
  });

  test('D-01 with its private part, or with members beyond the four, is refused', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwks = [
      pair.privateKey.export({ format: 'jwk' }),
      { ...pair.publicKey.export({ format: 'jwk' }), use: 'sig' },
    ];
    for (const jwk of jwks)
      expect(await answerTo(await forged({ header: { jwk }, key: pair.privateKey }))).toEqual(refused);
  });

  test('D-01 off the curve, or missing, is refused', async () => {
    const jwk = await publicKeyOf((await keysOf(ana.phone)).signing);
    const off = { ...jwk, y: `${jwk.y.slice(0, -2)}${jwk.y.endsWith('A') ? 'gE' : 'AA'}` };
    for (const header of [{ jwk: off }, { jwk: undefined }, { typ: 'JWT' }, { typ: undefined }])
      expect(await answerTo(await forged({ header }))).toEqual(refused);
  });

  test('D-01 "none" is no algorithm', async () => {
    const [, claims = ''] = (await forged()).split('.');
    const jwk = await publicKeyOf((await keysOf(ana.phone)).signing);
    for (const alg of ['none', 'None', 'NONE']) {
      const header = Buffer.from(JSON.stringify({ typ: 'dpop+jwt', alg, jwk })).toString('base64url');
      expect(await answerTo(`${header}.${claims}.`)).toEqual(refused);
    }
  });

  test('D-01 another signature under the phone’s key is refused', async () => {
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(await answerTo(await forged({ key: stranger.privateKey }))).toEqual(refused);
  });
});

describe('signing in', () => {
  const at = '/v1/device/devices';
  async function signInWith(keys: Awaited<ReturnType<typeof makeKeys>>, email: string, secret = password) {
    const url = `${stage.cast.world.urls.device}${at}`;
    const body = JSON.stringify({
      email,
      password: secret,
      model: 'iPhone12,3',
      encryptionKey: await publicKeyOf(keys.encryption),
    });
    const sent = { method: 'POST', body };
    return { url, sent, proof: await proofFor(keys.signing, { url, ...sent }, Date.now()) };
  }

  test('D-04 with a key that another account uses is refused and on record; the same phone with another key is fine', async () => {
    const { cast } = stage;
    const bea = await cast.person('bea', 'iPhone12,3', 0);
    const { url, sent, proof } = await signInWith(await keysOf(ana.phone), bea.email);
    expect(await problemIn(await sendProved(url, sent, proof))).toMatchObject({
      code: 'device-key-taken',
      status: 409,
    });
    expect(
      await cast.founding.database.audit.countDocuments({ what: 'device.key-taken', account: bea.accountId }),
    ).toBe(1);
    const fresh = await signInWith(await makeKeys(), bea.email);
    expect((await sendProved(fresh.url, fresh.sent, fresh.proof)).status).toBe(201);
  });

  test('D-04 eight times at once with one new key is one device', async () => {
    const { cast } = stage;
    const bea = await cast.person('burst', 'iPhone12,3', 0);
    const keys = await makeKeys();
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { url, sent, proof } = await signInWith(keys, bea.email);
        return (await sendProved(url, sent, proof)).status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(await cast.founding.database.devices.countDocuments({ accountId: bea.accountId })).toBe(2);
  });

  test('D-03 with a proof that was sent before is refused, also when sent twice at once', async () => {
    const { url, sent, proof } = await signInWith(await makeKeys(), ana.email);
    const statuses = await Promise.all([1, 2, 3].map(async () => (await sendProved(url, sent, proof)).status));
    expect(statuses.toSorted()).toEqual([201, 401, 401]);
    expect((await sendProved(url, sent, proof)).status).toBe(401);
  });

  test('E-01 with a wrong password and with an unknown address gets the same answer, after the same least time', async () => {
    const answers: unknown[] = [];
    for (const email of [ana.email, 'nobody@example.org']) {
      const { url, sent, proof } = await signInWith(await makeKeys(), email, 'not the password');
      const started = performance.now();
      const response = await sendProved(url, sent, proof);
      expect(performance.now() - started).toBeGreaterThan(395);
      answers.push({ ...(await problemIn(response)), requestId: '' });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ code: 'sign-in-failed', status: 401 });
  });
});

test('D-06 a device that signed out is unknown until it signs in again, and is then the same device', async () => {
  const { cast } = stage;
  const bea = await cast.person('out', 'iPhone12,3', 0);
  const store = memoryStore();
  const device = new Device({ server: cast.world.urls.device, store });
  const { device: first } = await device.signIn({ email: bea.email, password, model: 'iPad13,1' });
  const keys = await keysOf(device);
  expect((await sendSigned(device, cast.world.urls.device, '/v1/device/devices/me', { method: 'DELETE' })).status).toBe(
    204,
  );
  expect(await refusalOf(device.listWaiting())).toMatchObject({ code: 'device-unknown', status: 401 });
  await store.update((state) => ({
    ...(state ??
      (() => {
        throw new Error('no state');
      })()),
    keys,
  }));
  const { device: again } = await device.signIn({ email: bea.email, password, model: 'iPad13,1' });
  expect(again).toEqual(first);
});
