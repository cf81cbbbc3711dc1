import { transferGaps } from '../../domain/transfer.ts';
import { Restoring } from '../identities.ts';
import { Recovery } from '../recoveries.ts';
import { Activate, StartTransfer, TransferStatus } from '../transfer.ts';
import type { Route } from './route.ts';

const device = ['device'] as const;

/** Guide 002, as an app calls it: on the old device, then on the new one. */
export const transferRoutes = {
  transferStatus: {
    method: 'get',
    path: '/v1/device/transfers/status',
    summary: 'Info: whether *Transfer tokens* works here, and exactly what is missing if not',
    access: device,
    status: 200,
    answer: TransferStatus,
    refusals: ['proof-invalid', 'device-unknown'],
  },
  startTransfer: {
    method: 'post',
    path: '/v1/device/transfers',
    summary: '*Transfer tokens*: an activation for all selected ones goes to the address on file',
    access: device,
    body: StartTransfer,
    status: 201,
    answer: Recovery,
    refusals: [
      'proof-invalid',
      'device-unknown',
      ...transferGaps,
      'not-found',
      'token-reserved',
      'token-not-ready',
      'cooling-off',
      'key-mismatch',
    ],
  },
  activate: {
    method: 'post',
    path: '/v1/device/activations',
    summary:
      'On the new device: the QR code of the message, or its typed code with the user name. The first device is the only one',
    access: ['anonymous'],
    body: Activate,
    status: 200,
    answer: Restoring,
    refusals: ['proof-invalid', 'activation-mistyped', 'link-spent', 'device-key-taken', ...transferGaps],
  },
} as const satisfies Record<string, Route>;
