import { z } from 'zod';
import { transferGaps } from '../../domain/transfer.ts';
import { Claim, Claimed, DeviceTokens, SignedInDevice, SignInDevice, StartReload, WaitingList } from '../devices.ts';
import { identityRoutes } from './identity.ts';
import { transferRoutes } from './transfer.ts';
import { CancelByOwner, EnterMailCode, Recovery } from '../recoveries.ts';
import { RecoveryId } from '../words.ts';
import type { Route } from './route.ts';

const device = ['device'] as const;
/** A device that gets an identity back sees to that recovery, and to nothing else. */
const restoring = ['device', 'restoring-device'] as const;
const recovery = z.strictObject({ id: RecoveryId });

/**
 * What an authenticator app calls. Every call carries a DPoP proof (RFC 9449) in the header `DPoP`, bound to method and URL, with
 * the SHA-256 of the body in the claim `bsh` (base64url; of the empty string where there is no body); a proof works once.
 */
export const deviceRoutes = {
  signIn: {
    method: 'post',
    path: '/v1/device/devices',
    summary: 'Sign this installation of the app in to an account',
    access: ['anonymous'],
    body: SignInDevice,
    status: 201,
    answer: SignedInDevice,
    refusals: ['sign-in-failed', 'proof-invalid', 'device-key-taken'],
  },
  signOut: {
    method: 'delete',
    path: '/v1/device/devices/me',
    summary: 'Sign this installation out; a reload or migration brings its tokens back',
    access: device,
    status: 204,
    refusals: ['proof-invalid', 'device-unknown'],
  },
  listTokens: {
    method: 'get',
    path: '/v1/device/tokens',
    summary: 'The tokens on this device, and those that left it with the reason',
    access: device,
    status: 200,
    answer: DeviceTokens,
    refusals: ['proof-invalid', 'device-unknown'],
  },
  listWaiting: {
    method: 'get',
    path: '/v1/device/waiting',
    summary: '"+": what waits for this device',
    access: restoring,
    status: 200,
    answer: WaitingList,
    refusals: ['proof-invalid', 'device-unknown'],
  },
  claim: {
    method: 'post',
    path: '/v1/device/recoveries/{id}/claim',
    summary: '"Done": prove the new seeds, and the tokens move here',
    access: restoring,
    params: recovery,
    body: Claim,
    status: 200,
    answer: Claimed,
    refusals: [
      'proof-invalid',
      'device-unknown',
      'not-found',
      'wrong-code',
      'wrong-step',
      'already-finished',
      'verification-failed',
      'device-key-taken',
      'token-not-ready',
      'too-many-devices',
      'restoration-off',
      ...transferGaps,
    ],
  },
  startReload: {
    method: 'post',
    path: '/v1/device/reloads',
    summary: '"OK": bring back the tokens of a former installation',
    access: device,
    body: StartReload,
    status: 201,
    answer: Recovery,
    refusals: [
      'proof-invalid',
      'device-unknown',
      'not-found',
      'no-tokens',
      'token-reserved',
      'cooling-off',
      'key-mismatch',
    ],
  },
  showRecovery: {
    method: 'get',
    path: '/v1/device/recoveries/{id}',
    summary: 'Where a recovery that this device started stands',
    access: restoring,
    params: recovery,
    status: 200,
    answer: Recovery,
    refusals: ['proof-invalid', 'device-unknown', 'not-found'],
  },
  enterMailCode: {
    method: 'post',
    path: '/v1/device/recoveries/{id}/mail-code',
    summary: 'Enter the mailed code',
    access: restoring,
    params: recovery,
    body: EnterMailCode,
    status: 200,
    answer: Recovery,
    refusals: [
      'proof-invalid',
      'device-unknown',
      'not-found',
      'wrong-code',
      'attempts-exhausted',
      'wrong-step',
      'already-finished',
      'cooling-off',
    ],
  },
  resendMailCode: {
    method: 'post',
    path: '/v1/device/recoveries/{id}/mail-code/resend',
    summary: 'Mail a new code; the former one is void',
    access: restoring,
    params: recovery,
    status: 200,
    answer: Recovery,
    refusals: [
      'proof-invalid',
      'device-unknown',
      'not-found',
      'resend-too-soon',
      'no-resends-left',
      'wrong-step',
      'already-finished',
    ],
  },
  cancelRecovery: {
    method: 'post',
    path: '/v1/device/recoveries/{id}/cancel',
    summary: 'Not now: everything stays as it was',
    access: restoring,
    params: recovery,
    body: CancelByOwner,
    status: 200,
    answer: Recovery,
    refusals: ['proof-invalid', 'device-unknown', 'not-found', 'wrong-step', 'already-finished'],
  },
  ...identityRoutes,
  ...transferRoutes,
} as const satisfies Record<string, Route>;
