import { startRecovery, tell } from '../../api/running-recoveries.ts';
import { defaultTransfer, type TransferPolicy } from '../../domain/transfer.ts';
import type { Actor } from '../../domain/words.ts';
import { changePolicy } from '../../store/policies.ts';
import type { TransferInput } from '../../workflows/messages.ts';
import { decided, occasion } from './deeds.ts';
import type { aNewDevice } from './identities.ts';
import { agent, type Owner } from './owners.ts';
import type { Stage } from './stage.ts';

/** What people do in guide 002, through the API's own functions and without HTTP; see deeds.ts. */

type Installation = Awaited<ReturnType<typeof aNewDevice>>;

const by = ({ id }: { id: string }): Actor => ({ kind: 'device', id, address: '192.0.2.8' });
const setUp: TransferPolicy = {
  ...defaultTransfer,
  isOn: true,
  publicAddress: { host: 'app.example.org', port: 443 },
};

/** The administrator has set transfers up, but for `changes`. */
export async function allowsTransfers({ database }: Stage, changes: Partial<TransferPolicy> = {}): Promise<void> {
  await changePolicy(database, 'transfer', { ...setUp, ...changes }, 'For a test', agent, 'Adam');
}

/** *Transfer tokens*, acknowledged. @returns the recovery's id */
export function startsTransfer(stage: Stage, { accountId, device, tokens }: Owner, tokenIds = tokens) {
  const asked = occasion('transfer', tokenIds);
  const input = { accountId, actor: by(device), tokenIds, fromDevice: device };
  return decided(() => startRecovery<TransferInput>(stage.api, 'transfer', asked, input));
}

/** The new device brings what the message said. */
export function activates(stage: Stage, recoveryId: string, device: Installation) {
  return decided(() => tell(stage.api, recoveryId, 'activate', { by: by(device), device }));
}
