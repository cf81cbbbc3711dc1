import { importJWK, jwtVerify } from 'jose';
import type { Claim, PublicKey } from '../../contracts/devices.ts';
import type { Identity, WaitingSignIn } from '../../contracts/identities.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import { progress } from '../../domain/guides.ts';
import { canonicalRestoreCode, restoreCodeFrom } from '../../domain/restore-code.ts';
import { Refused } from './refused.ts';

interface Caller {
  id: string;
  model: string;
  shortId: string;
  thumbprint: string;
}

export const tokenId = 'tok_AAAAAAAAAAAAAAAAAAAAAI';
export const restoreCode = restoreCodeFrom(new Uint8Array(10).fill(7));
const attemptId = 'res_AAAAAAAAAAAAAAAAAAAAAI';
const recoveryId = 'rec_AAAAAAAAAAAAAAAAAAAAAI';
const secret = 'B'.repeat(27);
export const qrText = `http://app.test/#/pair?recovery=${recoveryId}&secret=${secret}`;
const asked = { signIns: 0, place: 'Bilbao, Firefox' };

/** The identity of one account, as the device API would answer for it: each proof is verified claim by claim. */
export class StandInIdentity {
  /** By device. */
  readonly keys = new Map<string, PublicKey>();
  /** What each claim said, in the order of arrival. */
  readonly claims: string[] = [];
  attemptsLeft = 5;
  doesRefuseProofs = false;
  isThere = false;
  #count = 0;
  #challenge = '';
  #recovery: Recovery | undefined;
  #to: Caller | undefined;

  constructor(private readonly origin: string) {}

  waitingSignIn(): WaitingSignIn {
    const service = { id: 'svc_AAAAAAAAAAAAAAAAAAAAAI', name: 'VPN' };
    this.#challenge = 'S'.repeat(43);
    const expiresAt = new Date(Date.now() + 120_000).toISOString();
    const id = 'sgn_AAAAAAAAAAAAAAAAAAAAAI';
    return { id, service, place: asked.place, choices: ['07', '42', '86'], challenge: this.#challenge, expiresAt };
  }

  /** @returns undefined when the path is none of an identity's */
  async act(path: string, body: string, caller: Caller): Promise<unknown> {
    const said = (body === '' ? {} : JSON.parse(body)) as Record<string, string>;
    if (path.endsWith('/challenges')) return this.#askedChallenge();
    if (path.endsWith('/identity')) return body === '' ? this.#shown(caller) : this.#create(said, caller);
    if (path.endsWith('/approve')) return this.#approve(said, caller);
    if (path.endsWith('/restores')) return this.#attempt();
    if (path.endsWith('/restore-code')) return this.#restoreCode(said, caller);
    if (path.endsWith('/scan')) return this.#scan(said, caller);
    return this.#recovery === undefined ? undefined : this.#ofRecovery(this.#recovery, path, body, caller);
  }

  async #ofRecovery(recovery: Recovery, path: string, body: string, caller: Caller): Promise<unknown> {
    if (path.endsWith('/waiting')) return { waiting: [this.#waiting(recovery)] };
    if (!path.includes(recoveryId)) return undefined;
    if (path.endsWith('/claim')) return this.#claim(recovery, body, caller);
    if (path.endsWith('/mail-code')) return this.#move(recovery, 'awaiting-device');
    return recovery;
  }

  #askedChallenge() {
    this.#count += 1;
    this.#challenge = String(this.#count).padStart(43, 'C');
    return { challenge: this.#challenge, expiresAt: new Date(Date.now() + 120_000).toISOString() };
  }

  async #verify(proof: string, key: PublicKey | undefined, caller: Caller, said: object): Promise<void> {
    if (key === undefined || this.doesRefuseProofs) throw new Refused('verification-failed');
    const { payload } = await jwtVerify(proof, await importJWK(key, 'ES256'), { typ: 'latchkey-identity+jwt' });
    const expected = { origin: this.origin, device: caller.thumbprint, challenge: this.#challenge, ...said };
    const isRight = Object.entries(expected).every(([name, value]) => payload[name] === value);
    if (!isRight) throw new Refused('verification-failed');
  }

  async #create(said: Record<string, unknown>, caller: Caller): Promise<Identity> {
    if (this.isThere) throw new Refused('identity-exists');
    const key = said.publicKey as PublicKey;
    await this.#verify(String(said.proof), key, caller, { purpose: 'create-identity', token: '', about: '' });
    this.keys.set(caller.id, key);
    this.isThere = true;
    return this.#identity(caller);
  }

  async #approve({ number = '', proof = '' }: Record<string, string>, caller: Caller): Promise<Identity> {
    const expected = { purpose: 'sign-in', token: tokenId, about: number };
    await this.#verify(proof, this.keys.get(caller.id), caller, expected);
    if (number !== '42') throw new Refused('wrong-number');
    return this.#identity(caller);
  }

  #attempt() {
    const expiresAt = new Date(Date.now() + 900_000).toISOString();
    return { id: attemptId, attemptsLeft: this.attemptsLeft, expiresAt };
  }

  #restoreCode({ code = '' }: Record<string, string>, caller: Caller) {
    if (code !== canonicalRestoreCode(restoreCode)) {
      this.attemptsLeft -= 1;
      throw new Refused('wrong-restore-code', { attemptsLeft: this.attemptsLeft });
    }
    return this.#restoring('prove-ownership', caller);
  }

  #scan(said: Record<string, string>, caller: Caller) {
    const isFirst = this.#to === undefined || this.#to.thumbprint === caller.thumbprint;
    if (said.secret !== secret || !isFirst) throw new Refused('link-spent');
    return this.#restoring('compare', caller);
  }

  #restoring(step: 'prove-ownership' | 'compare', caller: Caller) {
    const { id, model, shortId } = (this.#to ??= caller);
    const now = new Date().toISOString();
    const way = step === 'compare' ? 'qr' : 'code';
    const steps = progress(way === 'qr' ? 'restore-by-qr' : 'restore', step, false);
    const device = { id, model, shortId };
    const times = { startedAt: now, deadline: now, endedAt: null };
    const empty = { tokens: [], fromDevice: null, challenge: null, pairing: null, actions: [], appLink: null };
    const stands = { state: 'proving', step, awaiting: 'account-holder' } as const;
    this.#recovery ??= { id: recoveryId, kind: 'restore', way, steps, toDevice: device, ...stands, ...times, ...empty };
    return { recovery: this.#recovery, userName: 'ana', device };
  }

  #waiting(recovery: Recovery) {
    this.#challenge = 'W'.repeat(43);
    const identity = { id: tokenId, name: 'ana', challenge: this.#challenge };
    return { recovery: recovery.id, kind: recovery.kind, until: recovery.deadline, tokens: [], identity };
  }

  async #claim(recovery: Recovery, body: string, caller: Caller) {
    this.claims.push(body);
    const answer = { recovery: recovery.id, tokens: [tokenId] };
    if (recovery.state === 'completed') {
      if (body === this.claims[0]) return answer;
      throw new Refused('already-finished');
    }
    const [said] = (JSON.parse(body) as Claim).proofs;
    if (said === undefined || !('proof' in said)) throw new Refused('wrong-code');
    const expected = { purpose: 'bind', token: tokenId, about: recovery.id };
    await this.#verify(said.proof, said.publicKey, caller, expected);
    this.keys.clear();
    this.keys.set(caller.id, said.publicKey);
    this.isThere = true;
    this.#move(recovery, 'completed');
    return answer;
  }

  #move(recovery: Recovery, state: 'awaiting-device' | 'completed'): Recovery {
    return Object.assign(recovery, { state, endedAt: state === 'completed' ? new Date().toISOString() : null });
  }

  #shown(caller: Caller): { identity: Identity | null } {
    return { identity: this.isThere ? this.#identity(caller) : null };
  }

  #identity(caller: Caller): Identity {
    const known = { isAllowed: true, isActive: false, isPromptDue: false, mayShowCode: true, codeIssuedAt: null };
    const restoration = { ...known, mustStoreCode: this.#recovery?.state === 'completed' };
    const counts = { devices: this.keys.size, signIns: asked.signIns };
    const named = { id: tokenId, name: 'ana', serial: '7Q2M9F3A-1EC', state: 'active' as const };
    return { ...named, ...counts, isHere: this.keys.has(caller.id), restoration, recovery: null };
  }
}
