import type { Recovery } from '../../contracts/recoveries.ts';
import { activationCode, activationSecret, activationUrl } from '../../domain/activation.ts';
import { progress } from '../../domain/guides.ts';
import { Refused } from './refused.ts';

interface Caller {
  id: string;
  model: string;
  shortId: string;
}

const masterKey = new Uint8Array(32).fill(3);
const base = 'http://app.test';

/** The transfers of one account, as the device API would answer for them. */
export class StandInTransfer {
  missing: string[] = [];
  readonly started = new Map<string, Recovery>();
  #to: Caller | undefined;

  /** @param id of the recovery under which something waits already */
  constructor(private readonly recoveries: Map<string, Recovery>) {}

  qrText(id: string): string {
    return activationUrl(base, id, activationSecret(masterKey, id));
  }

  code(id: string): string {
    return activationCode(masterKey, id);
  }

  /** @returns undefined when the path is none of a transfer's */
  act(path: string, body: string, caller: Caller, key: string, id: () => string): unknown {
    if (path.endsWith('/transfers/status'))
      return { isPossible: this.missing.length === 0, missing: this.missing, servicesOff: [] };
    if (path.endsWith('/transfers')) return this.#start(key, id);
    return path.endsWith('/activations') ? this.#activate(body, caller) : undefined;
  }

  #start(key: string, id: () => string): Recovery {
    const known = this.started.get(key);
    if (known !== undefined) return known;
    const now = new Date().toISOString();
    const times = { startedAt: now, deadline: now, endedAt: null };
    const empty = { tokens: [], fromDevice: null, toDevice: null, challenge: null, pairing: null, appLink: null };
    const stands = { state: 'proving', step: 'activate', awaiting: 'account-holder' } as const;
    const steps = progress('transfer', 'activate', false);
    const recovery = { id: id(), kind: 'transfer' as const, way: null, steps, ...stands, ...times, ...empty };
    const transfer: Recovery = { ...recovery, actions: ['cancel'] };
    this.started.set(key, transfer);
    this.recoveries.set(transfer.id, transfer);
    return transfer;
  }

  #activate(body: string, caller: Caller) {
    const { by } = JSON.parse(body) as { by: Record<string, string> };
    const transfer = [...this.started.values()].find(({ id }) => this.#isMeant(id, by));
    const { id, model, shortId } = caller;
    if (transfer === undefined || (this.#to !== undefined && this.#to.id !== id)) throw new Refused('link-spent');
    this.#to = { id, model, shortId };
    Object.assign(transfer, { state: 'awaiting-device', step: 'await-device', awaiting: 'device' });
    return { recovery: transfer, userName: 'ana', device: this.#to };
  }

  #isMeant(id: string, { secret, userName, code }: Record<string, string>): boolean {
    if (secret !== undefined) return secret === activationSecret(masterKey, id);
    return userName === 'ana' && code === this.code(id).replaceAll('-', '');
  }
}
