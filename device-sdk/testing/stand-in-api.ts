import { CompactEncrypt, importJWK } from 'jose';
import type { Claim, DeviceToken, DeviceTokens, KnownDevice, SignInDevice, Waiting } from '../../contracts/devices.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import { matchOtp } from '../../domain/otp.ts';
import { policyFrom } from '../../domain/policy.ts';
import { progress } from '../../domain/guides.ts';
import { refusals } from '../../domain/refusals.ts';
import { isOpen, type OtpType, type RecoveryKind } from '../../domain/words.ts';
import { checkedProof, digestOf, type CheckedProof } from './checked-proof.ts';
import { Refused } from './refused.ts';
import { StandInIdentity } from './stand-in-identity.ts';
import { StandInTransfer } from './stand-in-transfer.ts';

const { limits } = policyFrom({});
export const mailedCode = '123456';
export const password = 'correct horse battery';

interface Offer {
  recovery: string;
  kind: RecoveryKind;
  tokens: { token: DeviceToken; seed: Uint8Array }[];
  claimedBy?: string;
  claimedWith?: string;
}

/**
 * Answers as the device API would, from memory: for the SDK's own tests, which need answers to be lost, clocks to be wrong and
 * servers to forget. What the real API answers is tested in tests/, with the same SDK.
 */
export class StandInApi {
  clockAheadMs = 0;
  /** Acts, then loses this many answers on the way. */
  answersToLose = 0;
  /** Refuses this many proofs, as if they had been seen before. */
  proofsToRefuse = 0;
  /** Thumbprints of keys that belong to another account. */
  readonly takenKeys = new Set<string>();
  readonly proofs: CheckedProof[] = [];
  readonly requests: { method: string; path: string; body: string; idempotencyKey: string | null }[] = [];
  readonly devices = new Map<string, { id: string; shortId: string; model: string; encryptionKey: object }>();
  knownDevices: KnownDevice[] = [];
  offers: Offer[] = [];
  removed: DeviceTokens['removed'] = [];
  recoveries = new Map<string, Recovery>();
  seeds = new Map<string, { type: OtpType; seed: Uint8Array; lastFactor: number }>();
  tokens: DeviceToken[] = [];
  readonly identity = new StandInIdentity('http://device.test');
  readonly transfer = new StandInTransfer(this.recoveries);
  readonly #seen = new Set<string>();
  readonly #reloads = new Map<string, string>();
  #count = 0;

  now(): number {
    return Date.now() + this.clockAheadMs;
  }

  id(prefix: string): string {
    this.#count += 1;
    return `${prefix}_${String(this.#count).padStart(22, 'A')}`;
  }

  /** A recovery that waits for a device, with one token of each given type. */
  offer(kind: RecoveryKind, ...types: OtpType[]): Offer {
    const tokens = types.map((type) => ({
      seed: crypto.getRandomValues(new Uint8Array(20)),
      token: {
        id: this.id('tok'),
        serial: `7Q2M9F3A-${String(this.#count)}EC`,
        type,
        service: { id: this.id('svc'), name: type === 'totp' ? 'Qualified Cloud Signature' : 'VPN' },
        isUsable: true,
        isMigrating: false,
      },
    }));
    const offer: Offer = { recovery: this.id('rec'), kind, tokens };
    this.offers.push(offer);
    return offer;
  }

  /** Whether a relying service would accept `otp` now. */
  accepts(tokenId: string, otp: string): boolean {
    const held = this.seeds.get(tokenId);
    if (held === undefined) return false;
    const factor = matchOtp(held.type, held.seed, otp, held.lastFactor, this.now(), limits);
    if (factor !== undefined) held.lastFactor = factor;
    return factor !== undefined;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, { ...init, signal: null });
    const body = await request.text();
    const answer = await this.#answer(request, body);
    answer.headers.set('date', new Date(this.now()).toUTCString());
    if (this.answersToLose > 0) {
      this.answersToLose -= 1;
      throw new TypeError('network connection was lost');
    }
    return answer;
  };

  async #answer(request: Request, body: string): Promise<Response> {
    const { pathname } = new URL(request.url);
    this.requests.push({
      method: request.method,
      path: pathname,
      body,
      idempotencyKey: request.headers.get('idempotency-key'),
    });
    try {
      const proof = await this.#proved(request, body);
      const answer = await this.#act(request, pathname, body, proof.thumbprint);
      if (answer === undefined) return new Response(null, { status: 204 });
      return Response.json(answer, { status: 200 });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { title, advice } = refusals[error.code];
      const type = `https://latchkey.invalid/problems/${error.code}`;
      return Response.json(
        { type, code: error.code, title, detail: advice, status: 400, requestId: 'stand-in', ...error.facts },
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      );
    }
  }

  async #proved(request: Request, body: string): Promise<CheckedProof> {
    const proof = await checkedProof(request.headers.get('dpop') ?? '');
    this.proofs.push(proof);
    const url = new URL(request.url);
    const isFresh = Math.abs(proof.iat * 1000 - this.now()) <= 60_000 && !this.#seen.has(proof.jti);
    const isBound =
      proof.htm === request.method && proof.htu === url.origin + url.pathname && proof.bsh === (await digestOf(body));
    this.proofsToRefuse -= 1;
    if (!isFresh || !isBound || this.proofsToRefuse >= 0) throw new Refused('proof-invalid');
    this.#seen.add(proof.jti);
    return proof;
  }

  async #act(request: Request, path: string, body: string, thumbprint: string): Promise<unknown> {
    if (path === '/v1/device/devices') return this.#signIn(JSON.parse(body) as SignInDevice, thumbprint);
    const device = this.devices.get(thumbprint);
    const stranger = { id: this.id('dev'), shortId: '205831', model: 'new' };
    const caller = { ...(device ?? stranger), thumbprint };
    const key = request.headers.get('idempotency-key') ?? '';
    const arriving =
      (await this.identity.act(path, body, caller)) ?? this.transfer.act(path, body, caller, key, () => this.id('rec'));
    if (arriving !== undefined) {
      // Whoever begins a restore or an activation is known from then on.
      const { encryptionKey = {} } = JSON.parse(body || '{}') as { encryptionKey?: object };
      if (device === undefined) this.devices.set(thumbprint, { ...stranger, encryptionKey });
      return arriving;
    }
    if (device === undefined) throw new Refused('device-unknown');
    const { id, shortId, model } = device;
    if (path === '/v1/device/devices/me') return void this.devices.delete(thumbprint);
    if (path === '/v1/device/tokens') {
      return { device: { id, shortId, model }, tokens: this.tokens, removed: this.removed };
    }
    if (path === '/v1/device/waiting') return { waiting: await this.#waiting(device.encryptionKey) };
    if (path === '/v1/device/reloads') return this.#startReload(key);
    const [, recovery = '', deed] = /recoveries\/([^/]+)\/?(.*)$/.exec(path) ?? [];
    if (deed === 'claim') return this.#claim(recovery, body, id);
    return this.#recoveryDeed(recovery, deed, body);
  }

  #signIn(asked: SignInDevice, thumbprint: string) {
    if (asked.password !== password) throw new Refused('sign-in-failed');
    if (this.takenKeys.has(thumbprint)) throw new Refused('device-key-taken');
    const known = this.devices.get(thumbprint);
    const device = known ?? {
      id: this.id('dev'),
      shortId: '204021',
      model: asked.model,
      encryptionKey: asked.encryptionKey,
    };
    this.devices.set(thumbprint, device);
    const { id, shortId, model } = device;
    return { device: { id, shortId, model }, userName: 'ana', knownDevices: this.knownDevices };
  }

  async #waiting(encryptionKey: object): Promise<Waiting[]> {
    const key = await importJWK(encryptionKey, 'ECDH-ES');
    const open = this.offers.filter(({ claimedBy }) => claimedBy === undefined);
    return Promise.all(
      open.map(async ({ recovery, kind, tokens }) => ({
        recovery,
        kind,
        identity: null,
        until: new Date(this.now() + 72 * 3_600_000).toISOString(),
        tokens: await Promise.all(
          tokens.map(async ({ token, seed }) => ({
            id: token.id,
            serial: token.serial,
            type: token.type,
            service: token.service,
            sealedSeed: await new CompactEncrypt(seed)
              .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
              .encrypt(key),
          })),
        ),
      })),
    );
  }

  #claim(recovery: string, body: string, device: string) {
    const offer = this.offers.find((one) => one.recovery === recovery);
    if (offer === undefined) throw new Refused('not-found');
    const answer = { recovery, tokens: offer.tokens.map(({ token }) => token.id) };
    if (offer.claimedBy !== undefined) {
      if (offer.claimedBy === device && offer.claimedWith === body) return answer;
      throw new Refused('already-finished');
    }
    const { proofs } = JSON.parse(body) as Claim;
    for (const { token, seed } of offer.tokens) {
      const proof = proofs.find((one) => one.token === token.id);
      const otp = proof !== undefined && 'otp' in proof ? proof.otp : '';
      const factor = matchOtp(token.type, seed, otp, -1, this.now(), limits);
      if (factor === undefined) throw new Refused('wrong-code');
      this.seeds.set(token.id, { type: token.type, seed, lastFactor: factor });
    }
    Object.assign(offer, { claimedBy: device, claimedWith: body });
    this.tokens = [...this.tokens, ...offer.tokens.map(({ token }) => token)];
    const reload = this.recoveries.get(recovery);
    if (reload !== undefined) this.#move(reload, 'completed');
    return answer;
  }

  #startReload(idempotencyKey: string): Recovery {
    const started = this.recoveries.get(this.#reloads.get(idempotencyKey) ?? '');
    if (started !== undefined) return started;
    const recovery: Recovery = {
      id: this.id('rec'),
      kind: 'reload',
      way: null,
      state: 'proving',
      step: 'prove-ownership',
      pairing: null,
      awaiting: 'account-holder',
      startedAt: new Date(this.now()).toISOString(),
      deadline: new Date(this.now() + 1_800_000).toISOString(),
      endedAt: null,
      steps: progress('reload', 'prove-ownership', false),
      tokens: [],
      fromDevice: null,
      toDevice: null,
      challenge: this.#challenge(5, 3),
      actions: ['enter-code', 'resend', 'cancel'],
      appLink: null,
    };
    this.recoveries.set(recovery.id, recovery);
    this.#reloads.set(idempotencyKey, recovery.id);
    return recovery;
  }

  #challenge(attemptsLeft: number, resendsLeft: number): NonNullable<Recovery['challenge']> {
    const at = (ms: number) => new Date(this.now() + ms).toISOString();
    const times = { issuedAt: at(0), expiresAt: at(600_000), resendAt: at(60_000) };
    return { sentTo: 'a•••@example.org', ...times, attemptsLeft, resendsLeft, mailState: 'accepted' };
  }

  #recoveryDeed(id: string, deed: string | undefined, body: string): Recovery {
    const recovery = this.recoveries.get(id);
    if (recovery === undefined) throw new Refused('not-found');
    if (deed === '' || deed === undefined) return recovery;
    if (!isOpen(recovery.state)) throw new Refused('already-finished');
    if (deed === 'cancel') return this.#move(recovery, 'cancelled');
    const attemptsLeft = recovery.challenge?.attemptsLeft ?? 0;
    const resendsLeft = recovery.challenge?.resendsLeft ?? 0;
    if (deed === 'mail-code/resend') {
      if (resendsLeft === 0) throw new Refused('no-resends-left');
      recovery.challenge = this.#challenge(attemptsLeft, resendsLeft - 1);
      return recovery;
    }
    const { code } = JSON.parse(body) as { code: string };
    if (code.replace(/[\s-]/g, '') === mailedCode) {
      this.offers = [...this.offers, { ...this.offer('reload', 'totp', 'hotp'), recovery: id }];
      this.offers = this.offers.filter((offer) => offer.kind !== 'reload' || offer.recovery === id);
      return this.#move(recovery, 'awaiting-device');
    }
    if (attemptsLeft <= 1) {
      this.#move(recovery, 'locked');
      throw new Refused('attempts-exhausted');
    }
    if (recovery.challenge !== null) recovery.challenge.attemptsLeft = attemptsLeft - 1;
    throw new Refused('wrong-code', { attemptsLeft: attemptsLeft - 1 });
  }

  #move(recovery: Recovery, state: Recovery['state']): Recovery {
    const step = state === 'awaiting-device' ? 'await-device' : 'switch';
    Object.assign(recovery, {
      state,
      step,
      awaiting: state === 'awaiting-device' ? 'device' : 'nobody',
      endedAt: isOpen(state) ? null : new Date(this.now()).toISOString(),
      steps: progress('reload', step, state === 'completed'),
      challenge: null,
    });
    return recovery;
  }
}
