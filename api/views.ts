import type { z } from 'zod';
import type { Recovery } from '../contracts/recoveries.ts';
import type { Account } from '../contracts/accounts.ts';
import type { PortalToken } from '../contracts/tokens.ts';
import { ownerActions, ownerRecoveryActions } from '../domain/actions.ts';
import { guideOf, progress } from '../domain/guides.ts';
import { maskedEmail, maskedSerial } from '../domain/mask.ts';
import type { Policy } from '../domain/policy.ts';
import { isRestoring } from '../domain/restoration.ts';
import { isOpen, type AwaitedParty, type MailState, type TokenState } from '../domain/words.ts';
import type { AccountDoc, CertificateDoc, RecoveryDoc, TokenDoc } from '../store/documents.ts';

/** How documents look to those who may see them. */

export function awaited(recovery: Pick<RecoveryDoc, 'state' | 'step'>): AwaitedParty {
  // A pairing waits for the new device to scan; then for the owner, who compares.
  if (recovery.step === 'scan') return 'device';
  if (recovery.state === 'awaiting-support') return 'support';
  // The app of a recreation never speaks for itself.
  if (recovery.step === 'register' || recovery.step === 'first-code')
    return isOpen(recovery.state) ? 'account-holder' : 'nobody';
  if (recovery.state === 'proving') return 'account-holder';
  return recovery.state === 'awaiting-device' ? 'device' : 'nobody';
}

/** A recovery as its owner sees it. */
export function recoveryForOwner(
  recovery: RecoveryDoc,
  { limits }: Policy,
  authenticatorUrl: string,
  mailState: MailState,
): z.input<typeof Recovery> {
  const { challenge, kind, way = null, step, state } = recovery;
  const issuedAt = challenge?.issuedAt.getTime() ?? 0;
  return {
    id: recovery._id,
    kind,
    way,
    state,
    step,
    awaiting: awaited(recovery),
    startedAt: recovery.startedAt.toISOString(),
    deadline: recovery.deadline.toISOString(),
    endedAt: recovery.endedAt?.toISOString() ?? null,
    steps: progress(guideOf(kind, way), step, state === 'completed'),
    tokens: recovery.tokens.map(({ id, serial, service }) => ({ id, maskedSerial: maskedSerial(serial), service })),
    fromDevice: recovery.fromDevice,
    toDevice: recovery.toDevice,
    actions: ownerRecoveryActions({ kind, state, step, resendsLeft: challenge?.resendsLeft ?? 0 }),
    challenge:
      challenge === null || challenge.issue === 0 || (state !== 'proving' && !(kind === 'recreation' && isOpen(state)))
        ? null
        : {
            sentTo: maskedEmail(recovery.account.email),
            issuedAt: challenge.issuedAt.toISOString(),
            expiresAt: new Date(issuedAt + limits.codeLifetimeMs).toISOString(),
            attemptsLeft: challenge.attemptsLeft,
            resendsLeft: challenge.resendsLeft,
            resendAt: new Date(issuedAt + limits.resendAfterMs).toISOString(),
            mailState,
          },
    pairing: step === 'compare' ? (recovery.pairing ?? null) : null,
    appLink:
      state === 'awaiting-device' && !isForOneDevice(kind)
        ? `${authenticatorUrl}/#/add?recovery=${recovery._id}`
        : null,
  };
}

/** The device that it comes to is known already: a link would lead any other one nowhere. */
function isForOneDevice(kind: RecoveryDoc['kind']): boolean {
  return kind === 'transfer' || isRestoring(kind);
}

/** A token on the move is told apart only here: in the record it stays as it is, so that there is nothing to undo. */
export function shownState(token: TokenDoc): TokenState {
  const isOnTheMove =
    token.reservedBy?.state === 'awaiting-device' && token.reservedBy.kind !== 'enrolment' && token.type !== 'identity';
  return token.state === 'active' && isOnTheMove ? 'migrating' : token.state;
}

export function tokenForOwner(token: TokenDoc, certificate: CertificateDoc | undefined): z.input<typeof PortalToken> {
  const { reservedBy } = token;
  const isReserved = reservedBy !== null;
  return {
    id: token._id,
    maskedSerial: maskedSerial(token.serial),
    type: token.type,
    state: shownState(token),
    service: token.service,
    device: token.device,
    certificates:
      certificate === undefined
        ? []
        : [
            {
              id: certificate._id,
              subject: certificate.subject,
              kind: certificate.kind,
              expiresAt: certificate.expiresAt.toISOString(),
            },
          ],
    actions: ownerActions({
      type: token.type,
      state: token.state,
      isReserved,
      hasCertificate: certificate !== undefined,
    }),
    recovery:
      reservedBy === null || !isOpen(reservedBy.state)
        ? null
        : {
            id: reservedBy.id,
            kind: reservedBy.kind,
            deadline: reservedBy.deadline.toISOString(),
            state: reservedBy.state,
          },
  };
}

export function accountView(account: AccountDoc): z.input<typeof Account> {
  const { _id, userName, name, email, locale, state, createdAt } = account;
  return { id: _id, userName, name, email, locale, state, createdAt: createdAt.toISOString() };
}
