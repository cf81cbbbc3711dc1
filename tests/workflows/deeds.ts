import { setTimeout as wait } from 'node:timers/promises';
import { RefusedError } from '../../api/problem.ts';
import { startRecovery, tell, tellAgain } from '../../api/running-recoveries.ts';
import { proofDigest } from '../../domain/mail-code.ts';
import type { Actor } from '../../domain/words.ts';
import type { DeviceRef } from '../../store/documents.ts';
import { newId } from '../../store/ids.ts';
import type { EnrolmentInput, MigrationInput, ReloadInput } from '../../workflows/messages.ts';
import { agent, mailedCode, proofsOf, type Owner } from './owners.ts';
import type { Stage } from './stage.ts';

/** What people do in a recovery, through the API's own functions and without HTTP. Each asks again while the outcome is unknown. */

const browser = 'browser-1';
const askings = 20;

export async function decided<T>(ask: () => Promise<T>): Promise<T> {
  for (let asking = 1; asking < askings; asking++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== 'outcome-pending') throw error;
      await wait(100);
    }
  }
  return ask();
}

export function occasion(route: string, body: unknown) {
  return { principal: 'test', route, idempotencyKey: newId('aud'), body };
}

/** MIGRATE, and *Send OTP by e-mail*. @returns the recovery's id */
export function startsMigration(stage: Stage, { accountId, tokens, actor }: Owner, tokenId = tokens[0] ?? '') {
  const asked = occasion('migrate', tokenId);
  const input = { accountId, tokenId, boundTo: browser, actor };
  return decided(() => startRecovery<MigrationInput>(stage.api, 'migration', asked, input));
}

/** The reinstalled app: *OK, bring my tokens back*. */
export function startsReload(stage: Stage, { accountId, device, actor }: Owner, installation: DeviceRef) {
  const asked = occasion('reload', installation.id);
  const devices = { formerDeviceId: device.id, forDeviceId: installation.id };
  const input = { accountId, ...devices, boundTo: browser, actor };
  return decided(() => startRecovery<ReloadInput>(stage.api, 'reload', asked, input));
}

export function startsEnrolment(stage: Stage, { accountId }: Owner, tokenId: string) {
  const asked = occasion('enrol', tokenId);
  const input = { accountId, tokenId, actor: agent };
  return decided(() => startRecovery<EnrolmentInput>(stage.api, 'enrolment', asked, input));
}

export function enters(stage: Stage, owner: Owner, recoveryId: string, code: string, boundTo = browser) {
  const digest = proofDigest(stage.deps.masterKey, recoveryId, boundTo, code);
  return decided(() =>
    tell(stage.api, recoveryId, 'enter-mail-code', { by: owner.actor, account: owner.accountId, digest }),
  );
}

export async function entersMailedCode(stage: Stage, owner: Owner, recoveryId: string): Promise<void> {
  await enters(stage, owner, recoveryId, await mailedCode(stage, owner, recoveryId));
}

export function asksForAnother(stage: Stage, owner: Owner, recoveryId: string) {
  const key = newId('aud');
  const message = { by: owner.actor, account: owner.accountId, boundTo: browser };
  return decided(() => tellAgain(stage.api, recoveryId, 'resend-mail-code', message, key));
}

/** "+", then *Done*. */
export async function claims(stage: Stage, owner: Owner, recoveryId: string, device: DeviceRef): Promise<void> {
  const by: Actor = { kind: 'device', id: device.id };
  const message = { by, account: owner.accountId, device, proofs: await proofsOf(stage, recoveryId, device) };
  await decided(() => tell(stage.api, recoveryId, 'claim', message));
}

/** A device that does not hold the offered seed. */
export function claimsFalsely(stage: Stage, owner: Owner, recoveryId: string, device: DeviceRef) {
  const by: Actor = { kind: 'device', id: device.id };
  const proofs = owner.tokens.map((tokenId) => ({ tokenId, digest: 'AAAAAAAAAAAAAAAAAAAAAA' }));
  return decided(() => tell(stage.api, recoveryId, 'claim', { by, account: owner.accountId, device, proofs }));
}

export function cancels(stage: Stage, owner: Owner, recoveryId: string, at?: string) {
  const message = { by: owner.actor, account: owner.accountId, ...(at === undefined ? {} : { at }) };
  return decided(() => tell(stage.api, recoveryId, 'cancel', message));
}

export function agentCancels(stage: Stage, recoveryId: string, reason: string) {
  return decided(() => tell(stage.api, recoveryId, 'cancel', { by: agent, reason }));
}

export function agentExtends(stage: Stage, recoveryId: string, reason: string) {
  const key = newId('aud');
  return decided(() => tellAgain(stage.api, recoveryId, 'extend', { by: agent, reason }, key));
}
